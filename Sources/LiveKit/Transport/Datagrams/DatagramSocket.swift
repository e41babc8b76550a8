package import NIOCore
import NIOPosix
package import Wire

/// One UDP socket on an event loop of the owner's choice.
///
/// `receive` is called on that loop. Sends are queued and flushed once per tick of the loop, so that the packets of one
/// tick leave in one system call. When the queue is full the newest datagram is dropped: late media is worth less than
/// none. The methods may be called from anywhere; called on the loop they act at once.
package final class DatagramSocket: Sendable {
    package let eventLoop: any EventLoop
    /// The address it is bound to, with the port the system chose.
    package let localAddress: TransportAddress
    private let outlet: NIOLoopBound<DatagramOutlet>

    /// Bytes that may wait for the kernel: about a second of one call's sound.
    private static let backlog = ChannelOptions.Types.WriteBufferWaterMark(low: 32 << 10, high: 64 << 10)
    /// Datagrams read by one system call, and the room for each.
    private static let vector = (count: 16, size: 2048)

    private init(eventLoop: any EventLoop, localAddress: TransportAddress, outlet: NIOLoopBound<DatagramOutlet>) {
        self.eventLoop = eventLoop
        self.localAddress = localAddress
        self.outlet = outlet
    }

    /// Binds to `address`; port 0 lets the system choose. With an unspecified address, datagrams still tell the address
    /// they arrived at.
    package static func bind(
        to address: TransportAddress, on eventLoop: any EventLoop,
        receive: @escaping @Sendable (DatagramEvent) -> Void
    ) -> EventLoopFuture<DatagramSocket> {
        DatagramBootstrap(group: eventLoop)
            .channelOption(.datagramVectorReadMessageCount, value: vector.count)
            .channelOption(
                .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: vector.count * vector.size)
            )
            .channelOption(.writeBufferWaterMark, value: backlog)
            .channelOption(.receivePacketInfo, value: address.ip.isUnspecified)
            .bind(to: SocketAddress(address))
            .flatMapErrorThrowing { throw DatagramError($0) }
            .flatMapThrowing { channel in
                guard let bound = channel.localAddress.flatMap(TransportAddress.init) else {
                    throw DatagramError.unusableAddress
                }
                let handler = DatagramHandler(localAddress: bound, receive: receive)
                try channel.pipeline.syncOperations.addHandler(handler)
                let outlet = NIOLoopBound(DatagramOutlet(channel: channel, handler: handler), eventLoop: eventLoop)
                return DatagramSocket(eventLoop: eventLoop, localAddress: bound, outlet: outlet)
            }
    }

    /// Queues one datagram; its local address is not looked at. It leaves when the loop has finished its tick.
    package func send(_ payload: [UInt8], to remote: TransportAddress) {
        onLoop { $0.send(payload, to: remote) }
    }

    /// Closes the socket; `closed` is its last event.
    package func close() {
        onLoop { $0.close() }
    }

    /// What went through so far. Only on the event loop.
    package var counters: DatagramCounters { outlet.value.counters }

    private func onLoop(_ body: @escaping @Sendable (DatagramOutlet) -> Void) {
        let outlet = outlet
        if eventLoop.inEventLoop {
            body(outlet.value)
        } else {
            eventLoop.execute { body(outlet.value) }
        }
    }
}
