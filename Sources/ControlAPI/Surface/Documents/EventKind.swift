package import Document

/// A type of frame in the feeds.
package struct EventKind: Sendable {
    package enum Sender: Hashable, Sendable {
        case server, client
    }

    /// The frame's `type`.
    package let type: String
    /// A sentence without a full stop.
    package let summary: String
    package let sender: Sender
    /// Whether document 004 has it, so that it is in the seed profile too.
    package let isDocumented: Bool
    /// Beside `type`, and `session_id` where a session is concerned.
    package let fields: [SchemaField]

    init(
        _ type: String, _ summary: String, from sender: Sender = .server, isDocumented: Bool = false,
        _ fields: [SchemaField] = []
    ) {
        self.type = type
        self.summary = summary
        self.sender = sender
        self.isDocumented = isDocumented
        self.fields = fields
    }
}
