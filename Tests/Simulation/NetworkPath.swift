package import Wire

/// One direction between two addresses, as the network sees them.
package struct NetworkPath: Hashable, Sendable {
    package var source: TransportAddress
    package var destination: TransportAddress

    package init(from source: TransportAddress, to destination: TransportAddress) {
        self.source = source
        self.destination = destination
    }

    package var reversed: NetworkPath { NetworkPath(from: destination, to: source) }
}
