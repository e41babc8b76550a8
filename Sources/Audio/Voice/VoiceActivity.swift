/// What a detector says about one 20 ms frame.
package struct VoiceActivity: Hashable, Sendable {
    /// The frame belongs to speech near the microphone.
    package var isSpeech: Bool
    /// The detector's own measure, from 0 to 1: loudness or probability. For display; decide by `isSpeech`.
    package var score: Float
    /// Loudness in decibels of full scale; -100 for digital silence.
    package var level: Float
    /// The voice's fundamental frequency in hertz; `nil` where the frame is not voiced, or nobody looked.
    package var pitch: Float?
    /// How likely the sound is the agent's own, come back through the caller's loudspeaker: 0 to 1.
    package var echo: Float
    /// It may be the agent's own voice, and nobody has had the time to learn how that comes back: `echo` says nothing yet.
    package var mayBeEcho: Bool

    package init(
        isSpeech: Bool, score: Float = 0, level: Float = -100, pitch: Float? = nil, echo: Float = 0,
        mayBeEcho: Bool = false
    ) {
        self.isSpeech = isSpeech
        self.score = score
        self.level = level
        self.pitch = pitch
        self.echo = echo
        self.mayBeEcho = mayBeEcho
    }

    package static let speech = VoiceActivity(isSpeech: true, score: 1, level: -20)
    package static let silence = VoiceActivity(isSpeech: false, score: 0)
}
