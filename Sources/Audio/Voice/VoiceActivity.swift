/// What a detector says about one 20 ms frame.
package struct VoiceActivity: Hashable, Sendable {
    /// The frame belongs to speech.
    package var isSpeech: Bool
    /// The detector's own measure, from 0 to 1: loudness or probability. For display; decide by `isSpeech`.
    package var score: Float

    package init(isSpeech: Bool, score: Float = 0) {
        self.isSpeech = isSpeech
        self.score = score
    }

    package static let speech = VoiceActivity(isSpeech: true, score: 1)
    package static let silence = VoiceActivity(isSpeech: false, score: 0)
}
