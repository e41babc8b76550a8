package import Wire

/// What happens on streams for datagrams.
package enum StreamEvent: Hashable, Sendable {
    case received(Datagram)
    /// The last event of this stream; the next datagram sent on it opens another.
    case closed(FiveTuple, StreamError)
}
