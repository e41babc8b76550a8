/// A line of typed chat, from a text stream of the topic `lk.chat` or from the older chat packet.
package struct ChatText: Hashable, Sendable {
    /// The same for an edit as for the line that it replaces, in the older packet; the stream's id otherwise.
    package let id: String
    package let participantIdentity: String
    package let text: String
    /// Milliseconds since 1970, by the sender's clock.
    package let timestamp: Int64
    /// It replaces a line that was sent before.
    package let isEdit: Bool
    /// Written by a program in somebody's name rather than typed.
    package let isGenerated: Bool
}
