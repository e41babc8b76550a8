/// How many frames of 20 ms decide what. Document 004's numbers are `simple`.
package struct SpeechProfile: Hashable, Sendable {
    /// Speech frames in a row that begin an utterance: `min_speech_frames`.
    package var minSpeechFrames: Int
    /// Silent frames in a row that end it: `min_silence_frames`.
    package var minSilenceFrames: Int
    /// Speech frames in a row that interrupt the agent: `barge_in_frames`.
    package var bargeInFrames: Int
    /// Speech frames that the detector had heard already when it first said so; they count towards all of the above.
    package var creditFrames: Int
    /// Frames kept from before the first speech frame, so that no syllable is lost.
    package var preRollFrames: Int

    package init(
        minSpeechFrames: Int = 5, minSilenceFrames: Int = 60, bargeInFrames: Int = 8, creditFrames: Int = 0,
        preRollFrames: Int = 15
    ) {
        self.minSpeechFrames = minSpeechFrames
        self.minSilenceFrames = minSilenceFrames
        self.bargeInFrames = bargeInFrames
        self.creditFrames = creditFrames
        self.preRollFrames = preRollFrames
    }

    /// Document 004: 5 frames to start, 60 (1.2 s) to end, 8 (160 ms) to interrupt; 300 ms of pre-roll.
    package static let simple = SpeechProfile()

    /// For `SileroDetector`, which says "speech" after two windows (64 ms): its word starts an utterance at once, and
    /// three frames of the barge-in have passed by then.
    package static let silero = SpeechProfile(minSpeechFrames: 1, creditFrames: 3)
}
