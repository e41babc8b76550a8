/// What was said while the agent might not answer.
package struct HeldTurn: Hashable, Sendable, Codable {
    /// `caller`, or the attachment of a person who talked in the agent's place.
    package var speaker: String
    package var text: String

    package init(speaker: String, text: String) {
        self.speaker = speaker
        self.text = text
    }
}
