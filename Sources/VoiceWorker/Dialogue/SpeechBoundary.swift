/// Where the agent falls silent when it is told to.
package enum SpeechBoundary: Hashable, Sendable {
    /// At once.
    case frame
    /// Where the present sentence ends.
    case sentence
}
