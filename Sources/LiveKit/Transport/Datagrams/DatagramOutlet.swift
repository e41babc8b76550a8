import NIOCore
import Wire

/// The sending half of a UDP socket, on its event loop.
final class DatagramOutlet {
    private let channel: any Channel
    private let handler: DatagramHandler
    private var isFlushScheduled = false
    private var outgoing = DatagramCounters()
    /// Media goes to one address for minutes: it is converted once.
    private var latest: (wire: TransportAddress, socket: SocketAddress)?

    init(channel: any Channel, handler: DatagramHandler) {
        self.channel = channel
        self.handler = handler
    }

    var counters: DatagramCounters {
        var all = handler.counters
        all += outgoing
        return all
    }

    func send(_ payload: [UInt8], to remote: TransportAddress) {
        guard channel.isActive, channel.isWritable else {
            outgoing.dropped += 1
            return
        }
        outgoing.sent += 1
        let written = channel.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenFailure { self.handler.sendFailed($0, to: remote) }
        let envelope = AddressedEnvelope(remoteAddress: socketAddress(of: remote), data: ByteBuffer(bytes: payload))
        channel.write(envelope, promise: written)
        scheduleFlush()
    }

    func close() {
        channel.flush()
        channel.close(promise: nil)
    }

    private func socketAddress(of remote: TransportAddress) -> SocketAddress {
        if let latest, latest.wire == remote { return latest.socket }
        let socket = SocketAddress(remote)
        latest = (remote, socket)
        return socket
    }

    private func scheduleFlush() {
        guard !isFlushScheduled else { return }
        isFlushScheduled = true
        channel.eventLoop.assumeIsolated().execute {
            self.isFlushScheduled = false
            self.channel.flush()
        }
    }
}
