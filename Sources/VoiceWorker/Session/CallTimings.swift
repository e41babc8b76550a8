/// The waits of a call that are not turn-taking's.
package struct CallTimings: Hashable, Sendable {
    /// From media flowing to the caller's microphone; then the agent leaves.
    package var callerDeadline = Duration.seconds(120)
    /// The greeting waits so long for somebody to be subscribed to the agent's voice.
    package var subscription = Duration.seconds(2)
    /// From the last packet of a farewell to leaving: what is on the way and in the caller's buffer.
    package var lastWords = Duration.milliseconds(700)
    /// Synthesised sound that may wait to be played.
    package var playoutRoom = Duration.seconds(4)
    /// A synthesiser that gives nothing for so long, while nothing is left to play, has failed.
    package var firstSound = Duration.seconds(2)
    /// The least silence that ends a turn of a caller who wants everything slowly.
    package var slowWait = Duration.milliseconds(900)

    package init() {}
}
