package import NIOCore
package import Wire

/// The TCP and TLS connections of one owner that carry datagrams, each opened by the first datagram sent on it.
///
/// Not `Sendable`: it lives on the event loop it is given, and `receive` is called there.
package final class DatagramStreams {
    /// More connections than this are not opened: what a peer offers beyond is not worth a try.
    package static let limit = 16

    private let loop: any EventLoop
    private let trust: TLSTrust
    private let connectTimeout: Duration
    private let receive: @Sendable (StreamEvent) -> Void
    private var streams: [FiveTuple: DatagramStream] = [:]
    /// Of the streams that are gone.
    private var past = DatagramCounters()

    package init(
        on loop: any EventLoop, trust: TLSTrust = .standard, connectTimeout: Duration = .seconds(5),
        receive: @escaping @Sendable (StreamEvent) -> Void
    ) {
        self.loop = loop
        self.trust = trust
        self.connectTimeout = connectTimeout
        self.receive = receive
    }

    /// What went through all of them.
    package var counters: DatagramCounters {
        streams.values.reduce(into: past) { $0 += $1.counters }
    }

    package func send(_ datagram: Datagram) {
        let path = FiveTuple(datagram)
        guard let framing = StreamFraming(path.transport) else {
            preconditionFailure("datagrams over UDP have a socket of their own")
        }
        if let stream = streams[path] { return stream.send(datagram.payload) }
        guard streams.count < Self.limit else { return refuse(path) }
        let stream = DatagramStream(path, framing: framing, on: loop) { [weak self] event in self?.take(event) }
        streams[path] = stream
        stream.send(datagram.payload)
        stream.connect(trusting: trust, within: TimeAmount(connectTimeout))
    }

    /// Cuts every connection, and tells nobody.
    package func close() {
        let open = streams.values
        streams = [:]
        for stream in open {
            stream.close()
            past += stream.counters
        }
    }

    private func refuse(_ path: FiveTuple) {
        past.dropped += 1
        let receive = receive
        loop.execute { receive(.closed(path, .tooMany)) }
    }

    private func take(_ event: StreamEvent) {
        if case .closed(let path, _) = event, let stream = streams.removeValue(forKey: path) {
            past += stream.counters
        }
        receive(event)
    }
}
