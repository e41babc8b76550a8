package import FoundationEssentials

/// What a token says, once its signature was found right.
package struct Claims: Hashable, Sendable {
    /// The API key whose secret signed it.
    package var issuer: String
    /// Who the bearer is: `sub`, or `jti` when there is no `sub`. Empty for tokens of servers and workers.
    package var identity: String
    package var expiry: Date?
    package var notBefore: Date?
    package var issuedAt: Date?
    /// For people to read.
    package var name: String?
    package var kind: ParticipantKind
    package var metadata: String?
    package var attributes: [String: String]
    package var video: VideoGrant?
    /// Base64 of the SHA-256 of a body, in webhooks.
    package var sha256: String?
    package var roomConfiguration: RoomConfiguration?

    package init(issuer: String, identity: String, kind: ParticipantKind = .standard) {
        self.issuer = issuer
        self.identity = identity
        self.kind = kind
        attributes = [:]
    }
}

extension Claims: Codable {
    private enum Key: String, CodingKey {
        case iss, sub, jti, exp, nbf, iat, name, kind, metadata, attributes, video, sha256, roomConfig
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let text = { (key: Key) in try container.decodeIfPresent(String.self, forKey: key) }
        let date = { (key: Key) in
            try container.decodeIfPresent(Double.self, forKey: key).map(Date.init(timeIntervalSince1970:))
        }
        let subject = try text(.sub) ?? ""
        issuer = try text(.iss) ?? ""
        identity = try subject.isEmpty ? text(.jti) ?? "" : subject
        (expiry, notBefore, issuedAt) = try (date(.exp), date(.nbf), date(.iat))
        name = try text(.name)
        kind = try container.decodeIfPresent(ParticipantKind.self, forKey: .kind) ?? .standard
        metadata = try text(.metadata)
        attributes = try container.decodeIfPresent([String: String].self, forKey: .attributes) ?? [:]
        video = try container.decodeIfPresent(VideoGrant.self, forKey: .video)
        sha256 = try text(.sha256)
        roomConfiguration = try container.decodeIfPresent(RoomConfiguration.self, forKey: .roomConfig)
    }

    /// Times in whole seconds; what is empty is left out.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(issuer, forKey: .iss)
        if !identity.isEmpty { try container.encode(identity, forKey: .sub) }
        for (key, date) in [(Key.exp, expiry), (.nbf, notBefore), (.iat, issuedAt)] {
            let seconds = date.flatMap { Int64(exactly: $0.timeIntervalSince1970.rounded(.down)) }
            try container.encodeIfPresent(seconds, forKey: key)
        }
        try container.encodeIfPresent(name, forKey: .name)
        if kind != .standard { try container.encode(kind, forKey: .kind) }
        try container.encodeIfPresent(metadata, forKey: .metadata)
        if !attributes.isEmpty { try container.encode(attributes, forKey: .attributes) }
        try container.encodeIfPresent(video, forKey: .video)
        try container.encodeIfPresent(sha256, forKey: .sha256)
        try container.encodeIfPresent(roomConfiguration, forKey: .roomConfig)
    }
}
