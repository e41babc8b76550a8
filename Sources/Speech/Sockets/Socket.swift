/// One WebSocket to a provider.
package protocol Socket: Sendable {
    /// Queues a message, bounded by the connection's backlog: a peer that does not read ends it. Before `opened` and after
    /// the end it is dropped.
    func send(_ message: SocketMessage)

    /// Closes after what was sent.
    func close()
}
