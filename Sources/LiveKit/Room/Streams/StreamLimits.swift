/// How much of arriving streams is kept.
package struct StreamLimits: Hashable, Sendable {
    /// Streams at once, over all senders.
    package var streams = 256
    /// Bytes of one text.
    package var text = 1 << 20
    /// Bytes of one byte stream.
    package var bytes = 8 << 20
    /// Bytes of all streams together.
    package var total = 32 << 20
    /// A stream of which nothing comes for so long has failed.
    package var idle = Duration.seconds(60)

    package init() {}
}
