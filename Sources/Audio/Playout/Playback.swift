/// How far an utterance has come through a `PlayoutBuffer`, in samples.
package struct Playback: Hashable, Sendable {
    package let utterance: Int
    /// Samples accepted.
    package var appended = 0
    /// Samples that left the buffer.
    package var played = 0
    /// Nothing more will be appended.
    package var isFinished = false

    package init(utterance: Int) {
        self.utterance = utterance
    }

    /// Samples accepted and not played.
    package var remaining: Int { appended - played }
}
