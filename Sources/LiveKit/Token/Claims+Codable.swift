import FoundationEssentials

extension Claims: Codable {
    private enum Key: String, CodingKey {
        case iss, sub, jti, exp, nbf, iat, name, kind, kindDetails, metadata, attributes, sha256, roomConfig, roomPreset
        case video, sip, agent, inference, observability
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let text = { (key: Key) in try container.decodeIfPresent(String.self, forKey: key) }
        let date = { (key: Key) in
            try container.decodeIfPresent(Double.self, forKey: key).map(Date.init(timeIntervalSince1970:))
        }
        let subject = try text(.sub) ?? ""
        issuer = try text(.iss) ?? ""
        id = try text(.jti)
        identity = subject.isEmpty ? id ?? "" : subject
        (expiry, notBefore, issuedAt) = try (date(.exp), date(.nbf), date(.iat))
        name = try text(.name)
        kind = try container.decodeIfPresent(ParticipantKind.self, forKey: .kind) ?? .standard
        kindDetails = try container.decodeIfPresent([String].self, forKey: .kindDetails) ?? []
        metadata = try text(.metadata)
        attributes = try container.decodeIfPresent([String: String].self, forKey: .attributes) ?? [:]
        video = try container.decodeIfPresent(VideoGrant.self, forKey: .video)
        sha256 = try text(.sha256)
        roomConfiguration = try container.decodeIfPresent(RoomConfiguration.self, forKey: .roomConfig)
        roomPreset = try text(.roomPreset)
        for service in ServiceGrants.Service.allCases {
            let flags = try container.decodeIfPresent([String: Flag].self, forKey: Self.key(of: service)) ?? [:]
            services.grant(service, flags.filter(\.value.isSet).map(\.key))
        }
    }

    /// Times in whole seconds; what is empty is left out.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(issuer, forKey: .iss)
        try container.encodeIfPresent(id, forKey: .jti)
        if !identity.isEmpty { try container.encode(identity, forKey: .sub) }
        for (key, date) in [(Key.exp, expiry), (.nbf, notBefore), (.iat, issuedAt)] {
            let seconds = date.flatMap { Int64(exactly: $0.timeIntervalSince1970.rounded(.down)) }
            try container.encodeIfPresent(seconds, forKey: key)
        }
        try container.encodeIfPresent(name, forKey: .name)
        if kind != .standard { try container.encode(kind, forKey: .kind) }
        if !kindDetails.isEmpty { try container.encode(kindDetails, forKey: .kindDetails) }
        try container.encodeIfPresent(metadata, forKey: .metadata)
        if !attributes.isEmpty { try container.encode(attributes, forKey: .attributes) }
        try container.encodeIfPresent(video, forKey: .video)
        try container.encodeIfPresent(sha256, forKey: .sha256)
        try container.encodeIfPresent(roomConfiguration, forKey: .roomConfig)
        try container.encodeIfPresent(roomPreset, forKey: .roomPreset)
        for service in ServiceGrants.Service.allCases {
            let flags = Dictionary(uniqueKeysWithValues: services.granted(service).map { ($0, true) })
            if !flags.isEmpty { try container.encode(flags, forKey: Self.key(of: service)) }
        }
    }

    /// Anything but `true` grants nothing.
    private struct Flag: Decodable {
        let isSet: Bool

        init(from decoder: any Decoder) throws {
            isSet = (try? decoder.singleValueContainer().decode(Bool.self)) ?? false
        }
    }

    private static func key(of service: ServiceGrants.Service) -> Key {
        switch service {
        case .sip: .sip
        case .agent: .agent
        case .inference: .inference
        case .observability: .observability
        }
    }
}
