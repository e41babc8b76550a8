/// How long a recogniser may take before it is replaced.
package struct EarLimits: Hashable, Sendable {
    /// To begin a stream.
    package var opening = Duration.milliseconds(1500)
    /// To take sound, which returns at once.
    package var accepting = Duration.seconds(1)
    /// From the wish for words to the words, whatever happens in between.
    package var answering = Duration.milliseconds(2200)

    package init() {}
}
