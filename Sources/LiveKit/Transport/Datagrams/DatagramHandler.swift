import NIOCore
import Wire

/// The receiving half of a UDP socket, at the end of its pipeline.
final class DatagramHandler: ChannelInboundHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>

    private let localAddress: TransportAddress
    private let receive: @Sendable (DatagramEvent) -> Void
    /// What came in, and what failed.
    private(set) var counters = DatagramCounters()
    private var isClosed = false

    init(localAddress: TransportAddress, receive: @escaping @Sendable (DatagramEvent) -> Void) {
        self.localAddress = localAddress
        self.receive = receive
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let envelope = unwrapInboundIn(data)
        guard let remote = TransportAddress(envelope.remoteAddress) else { return }
        counters.received += 1
        var local = localAddress
        if let arrival = envelope.metadata?.packetInfo?.destinationAddress, let address = TransportAddress(arrival) {
            local.ip = address.ip
        }
        let payload = Array(buffer: envelope.data)
        receive(.received(Datagram(local: local, remote: remote, payload: payload)))
    }

    /// Errors of single datagrams; the socket lives on.
    func sendFailed(_ error: any Error, to remote: TransportAddress) {
        guard !isClosed else { return }
        counters.failed += 1
        receive(.sendFailed(remote, DatagramError(error)))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        counters.failed += 1
        receive(.sendFailed(localAddress, DatagramError(error)))
    }

    func channelInactive(context: ChannelHandlerContext) {
        isClosed = true
        receive(.closed)
    }
}
