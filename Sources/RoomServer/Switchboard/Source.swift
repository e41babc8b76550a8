import Wire

/// Where datagrams come from: an address, over UDP or on a TCP connection.
struct Source: Hashable {
    let address: TransportAddress
    let transport: TransportProtocol

    init(of datagram: Datagram) {
        address = datagram.remote
        transport = datagram.transport
    }
}
