/// A text stream (LiveKit's data streams, first version) as far as it has arrived.
package struct TextMessage: Hashable, Sendable {
    package let streamID: String
    package let topic: String
    package let participantIdentity: String
    package let attributes: [String: String]
    /// Everything received so far.
    package let text: String
    package let isFinal: Bool
}
