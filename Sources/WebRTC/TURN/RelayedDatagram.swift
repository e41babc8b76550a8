package import Wire

/// What a peer sent to the relayed address.
package struct RelayedDatagram: Hashable, Sendable {
    package var peer: TransportAddress
    package var payload: [UInt8]
}
