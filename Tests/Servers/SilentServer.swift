import Glibc

/// A server that takes connections and never says a word.
package final class SilentServer: Sendable {
    package let port: Int
    private let socket: Int32

    /// The system itself takes the connections: nobody accepts them, and up to 128 wait.
    package init() throws {
        (socket, port) = try Loopback.listen(backlog: 128)
    }

    deinit { close(socket) }
}
