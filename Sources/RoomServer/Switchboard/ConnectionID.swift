/// One WebSocket, client's or worker's.
package struct ConnectionID: Hashable, Sendable {
    package let number: UInt64

    package init(number: UInt64) {
        self.number = number
    }
}
