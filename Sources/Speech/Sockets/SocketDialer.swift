/// Makes WebSockets to providers. Whoever owns the network gives one to the engines that need it.
package protocol SocketDialer: Sendable {
    /// Begins to connect. `receive` is called in order, from one thread at a time, first with `opened` and last with exactly
    /// one `ended`. Letting go of the socket cuts the connection without another word.
    func dial(_ request: SocketRequest, receive: @escaping @Sendable (SocketEvent) -> Void) -> any Socket
}
