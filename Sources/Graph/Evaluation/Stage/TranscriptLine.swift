/// One line of what was said in a performance.
package struct TranscriptLine: Hashable, Sendable {
    /// Who has the word.
    package enum Speaker: String, Hashable, Sendable {
        case caller, agent
        /// What happens around the call.
        case stage
    }

    package let speaker: Speaker
    package let text: String

    package init(_ speaker: Speaker, _ text: String) {
        self.speaker = speaker
        self.text = text
    }
}
