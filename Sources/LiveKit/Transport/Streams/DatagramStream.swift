import NIOCore
import NIOPosix
import NIOSSL
import Wire

/// One TCP or TLS connection that carries datagrams, on its event loop.
///
/// Datagrams wait for the connection in a queue that drops its oldest; once it stands, a peer that does not read loses the
/// newest. Both are counted, and what is sent on a stream survives loss as it does on UDP.
final class DatagramStream {
    private enum State {
        case connecting(queue: [[UInt8]])
        case open(any Channel)
        case ended
    }

    /// Datagrams that may wait for the connection: a handshake's flights and some checks.
    private static let patience = 32
    /// Bytes that may wait for the kernel: about a second of one call's sound.
    private static let backlog = ChannelOptions.Types.WriteBufferWaterMark(low: 32 << 10, high: 64 << 10)

    private let path: FiveTuple
    private let framing: StreamFraming
    private let loop: any EventLoop
    private let report: (StreamEvent) -> Void
    private var state = State.connecting(queue: [])
    private var connection: (any Channel)?
    private var deadline: Scheduled<Void>?
    private var isFlushScheduled = false
    private(set) var counters = DatagramCounters()

    init(_ path: FiveTuple, framing: StreamFraming, on loop: any EventLoop, report: @escaping (StreamEvent) -> Void) {
        self.path = path
        self.framing = framing
        self.loop = loop
        self.report = report
    }

    /// The peer's name in error sentences.
    private var endpoint: String {
        path.tlsHost.map { "\($0) (\(path.remote))" } ?? "\(path.remote)"
    }

    /// `limit` holds for TCP and TLS together.
    func connect(trusting trust: TLSTrust, within limit: TimeAmount) {
        deadline = loop.assumeIsolated().scheduleTask(in: limit) { self.fail(ChannelError.connectTimeout(limit)) }
        let bound = NIOLoopBound(self, eventLoop: loop)
        ClientBootstrap(group: loop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelOption(.writeBufferWaterMark, value: Self.backlog)
            .connectTimeout(limit)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try bound.value.prepare(channel, trusting: trust) }
            }
            .bind(to: SocketAddress(TransportAddress(ip: path.local.ip, port: 0)))
            .connect(to: SocketAddress(path.remote))
            .assumeIsolated()
            .whenFailure { self.fail($0) }
    }

    private func prepare(_ channel: any Channel, trusting trust: TLSTrust) throws {
        if case .ended = state { throw ChannelError.ioOnClosedChannel }
        connection = channel
        let pipeline = channel.pipeline.syncOperations
        if let host = path.tlsHost {
            try pipeline.addHandler(TLSContexts.clientHandler(for: host, trusting: trust))
        }
        try pipeline.addHandler(StreamHandler(stream: self, framing: framing, isSecure: path.tlsHost != nil))
    }

    /// The connection stands, with TLS where it is wanted.
    func opened(_ channel: any Channel) {
        guard case .connecting(let queue) = state else { return }
        deadline?.cancel()
        state = .open(channel)
        for payload in queue { write(payload, to: channel) }
    }

    func send(_ payload: [UInt8]) {
        switch state {
        case .connecting(var queue):
            if queue.count == Self.patience {
                queue.removeFirst()
                counters.dropped += 1
            }
            queue.append(payload)
            state = .connecting(queue: queue)
        case .open(let channel): write(payload, to: channel)
        case .ended: counters.dropped += 1
        }
    }

    func received(_ payload: [UInt8]) {
        guard case .open = state else { return }
        counters.received += 1
        report(
            .received(
                Datagram(local: path.local, remote: path.remote, transport: path.transport, payload: payload)))
    }

    /// Cuts the connection and tells nobody.
    func close() {
        if case .connecting(let queue) = state { counters.dropped += queue.count }
        state = .ended
        deadline?.cancel()
        connection?.close(promise: nil)
        connection = nil
    }

    func fail(_ error: any Error) {
        if case .ended = state { return }
        let failure = meaning(of: error)
        if case .malformed = failure { counters.hostile += 1 }
        close()
        report(.closed(path, failure))
    }

    private func meaning(of error: any Error) -> StreamError {
        switch error {
        case let error as StreamError: error
        case let error as FramingError: .malformed(error)
        default:
            if case .open = state { .ended } else { .unreachable(ConnectionFailure(error, endpoint: endpoint)) }
        }
    }

    private func write(_ payload: [UInt8], to channel: any Channel) {
        guard channel.isWritable, let frame = framing.frame(payload, allocator: channel.allocator) else {
            counters.dropped += 1
            return
        }
        counters.sent += 1
        channel.write(frame, promise: nil)
        guard !isFlushScheduled else { return }
        isFlushScheduled = true
        loop.assumeIsolated().execute {
            self.isFlushScheduled = false
            channel.flush()
        }
    }
}
