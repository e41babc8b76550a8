/// What a supervisor told the agent; confidential: the caller hears what follows from it. It goes into every reply until it
/// is taken back.
package struct Guidance: Hashable, Sendable, Codable {
    /// What it did in the reply it went into.
    package enum Effect: String, Hashable, Sendable, Codable {
        /// Words it asked for were said.
        case woven
        /// A language model was told when it worded the reply.
        case phrased
        /// It is remembered, and changed nothing by itself.
        case noted
    }

    /// The command that brought it.
    package let command: String
    package let text: String
    /// Such as `supervisor:usr_7`.
    package let author: String
    /// Whether it has gone into a reply. Words it wants said are said once.
    package var isUsed = false

    package init(command: String, text: String, author: String) {
        self.command = command
        self.text = String(text.prefix(Self.longest))
        self.author = author
    }

    /// In characters; the rest is dropped.
    package static let longest = 4_000
    /// How many hold at the same time; the oldest gives way.
    package static let capacity = 16
}
