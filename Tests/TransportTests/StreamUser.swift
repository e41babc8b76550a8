import NIOCore
import NIOPosix
import Transport
import Wire

/// The owner of some streams, whose events are awaited one by one.
final class StreamUser {
    private let loop = MultiThreadedEventLoopGroup.singleton.next()
    private let streams: NIOLoopBoundBox<DatagramStreams>
    private var events: AsyncStream<StreamEvent>.Iterator

    init(trust: TLSTrust = .system, connectTimeout: Duration = .seconds(5)) {
        let (stream, continuation) = AsyncStream<StreamEvent>.makeStream()
        let loop = loop
        let streams = DatagramStreams(on: loop, trust: trust, connectTimeout: connectTimeout) { event in
            loop.preconditionInEventLoop()
            continuation.yield(event)
        }
        self.streams = .makeBoxSendingValue(streams, eventLoop: loop)
        events = stream.makeAsyncIterator()
    }

    /// All of them in one tick of the loop; the counters right after.
    @discardableResult
    func send(_ datagrams: [Datagram]) async throws -> DatagramCounters {
        let streams = streams
        return try await loop.submit {
            for datagram in datagrams { streams.value.send(datagram) }
            return streams.value.counters
        }.get()
    }

    func close() async throws -> DatagramCounters {
        let streams = streams
        return try await loop.submit {
            streams.value.close()
            return streams.value.counters
        }.get()
    }

    func next() async -> StreamEvent? {
        await events.next()
    }

    var counters: DatagramCounters {
        get async throws { try await send([]) }
    }
}
