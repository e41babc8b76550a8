package import Document

/// The feeds as an AsyncAPI 3.0 document (https://www.asyncapi.com/docs/reference/specification/v3.0.0).
package enum AsyncAPI {
    package static func document(_ kinds: [EventKind] = EventKind.all, version: String) -> JSON {
        [
            "asyncapi": "3.0.0",
            "info": [
                "title": "Parley feeds", "version": .string(version),
                "description": .string(description),
            ],
            "channels": [
                "session": channel("/ws/{session_id}", "One session's log", kinds, hasParameter: true),
                "workspace": channel("/ws", "Every session that is yours to see", kinds, hasParameter: false),
            ],
            "operations": .object(operations(kinds)),
            "components": ["messages": .object(messages(kinds))],
        ]
    }

    private static let description = """
        Without a subprotocol a session's feed carries the frames of the seed profile alone, without further members. With \
        the subprotocol `voiceworker.v1` every frame also has `seq`, `ts` and `id`, and there are the other types. Ignore \
        types and members that you do not know. Go on after a lost connection with `?after_seq=N`.
        """

    private static func channel(_ address: String, _ title: String, _ kinds: [EventKind], hasParameter: Bool) -> JSON {
        let messages = kinds.map { (name($0), reference("components/messages/\(name($0))")) }
        var channel: [String: JSON] = [
            "address": .string(address), "title": .string(title),
            "messages": .object(Dictionary(messages) { first, _ in first }),
        ]
        if hasParameter { channel["parameters"] = ["session_id": ["description": "The session."]] }
        return .object(channel)
    }

    private static func operations(_ kinds: [EventKind]) -> [String: JSON] {
        var operations: [String: JSON] = [:]
        for channel in ["session", "workspace"] {
            for (sender, action) in [(EventKind.Sender.server, "send"), (.client, "receive")] {
                let messages = kinds.filter { $0.sender == sender }
                    .map { reference("channels/\(channel)/messages/\(name($0))") }
                operations["\(action)_\(channel)"] = [
                    "action": .string(action), "channel": reference("channels/\(channel)"),
                    "messages": .array(messages),
                ]
            }
        }
        return operations
    }

    private static func messages(_ kinds: [EventKind]) -> [String: JSON] {
        let messages = kinds.map { kind -> (String, JSON) in
            let fields: [SchemaField] = [.required("type", .text(oneOf: [kind.type]))] + kind.fields
            var payload = Schema.object(fields).jsonSchema()
            if case .object(var members) = payload {
                members["additionalProperties"] = nil
                payload = .object(members)
            }
            let profile: JSON = kind.isDocumented ? ["seed", "voiceworker.v1"] : ["voiceworker.v1"]
            return (
                name(kind),
                [
                    "name": .string(kind.type), "summary": .string(kind.summary), "payload": payload,
                    "x-profiles": profile,
                ]
            )
        }
        return Dictionary(messages) { first, _ in first }
    }

    /// Unique: two types go both ways.
    private static func name(_ kind: EventKind) -> String {
        kind.sender == .client ? "client_\(kind.type)" : kind.type
    }

    private static func reference(_ path: String) -> JSON { ["$ref": .string("#/\(path)")] }
}
