extension VideoGrant: Codable {
    private enum Key: String, CodingKey {
        case roomCreate, roomList, roomRecord, roomAdmin, roomJoin, ingressAdmin, hidden, recorder, agent
        case room, destinationRoom
        case canPublish, canSubscribe, canPublishData, canUpdateOwnMetadata, canSubscribeMetrics, canManageAgentSession
        case canPublishSources
    }

    private static var flags: [(Key, WritableKeyPath<VideoGrant, Bool>)] {
        [
            (.roomCreate, \.roomCreate), (.roomList, \.roomList), (.roomRecord, \.roomRecord),
            (.roomAdmin, \.roomAdmin), (.roomJoin, \.roomJoin), (.ingressAdmin, \.ingressAdmin), (.hidden, \.hidden),
            (.recorder, \.recorder), (.agent, \.agent),
        ]
    }

    private static var permissions: [(Key, WritableKeyPath<VideoGrant, Bool?>)] {
        [
            (.canPublish, \.canPublish), (.canSubscribe, \.canSubscribe), (.canPublishData, \.canPublishData),
            (.canUpdateOwnMetadata, \.canUpdateOwnMetadata), (.canSubscribeMetrics, \.canSubscribeMetrics),
            (.canManageAgentSession, \.canManageAgentSession),
        ]
    }

    package init(from decoder: any Decoder) throws {
        self.init()
        let container = try decoder.container(keyedBy: Key.self)
        for (key, path) in Self.flags {
            self[keyPath: path] = try container.decodeIfPresent(Bool.self, forKey: key) ?? false
        }
        for (key, path) in Self.permissions {
            self[keyPath: path] = try container.decodeIfPresent(Bool.self, forKey: key)
        }
        room = try container.decodeIfPresent(String.self, forKey: .room) ?? ""
        destinationRoom = try container.decodeIfPresent(String.self, forKey: .destinationRoom) ?? ""
        canPublishSources = try container.decodeIfPresent([String].self, forKey: .canPublishSources) ?? []
    }

    /// Leaves out what is false or empty, and permissions nobody decided on.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (key, path) in Self.flags where self[keyPath: path] { try container.encode(true, forKey: key) }
        for (key, path) in Self.permissions { try container.encodeIfPresent(self[keyPath: path], forKey: key) }
        if !room.isEmpty { try container.encode(room, forKey: .room) }
        if !destinationRoom.isEmpty { try container.encode(destinationRoom, forKey: .destinationRoom) }
        if !canPublishSources.isEmpty { try container.encode(canPublishSources, forKey: .canPublishSources) }
    }
}
