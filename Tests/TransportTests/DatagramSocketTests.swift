import NIOCore
import NIOPosix
import Testing
import Timing
import Transport
import Wire

@Suite("UDP sockets", .timeLimit(.minutes(1)))
struct DatagramSocketTests {
    private typealias Events = AsyncStream<DatagramEvent>

    private func bind(_ address: TransportAddress) async throws -> (DatagramSocket, Events.Iterator) {
        let (stream, continuation) = Events.makeStream()
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let socket = try await DatagramSocket.bind(to: address, on: loop) { event in
            loop.preconditionInEventLoop()
            continuation.yield(event)
        }.get()
        return (socket, stream.makeAsyncIterator())
    }

    private static let loopbacks = [IPAddress.loopback, IPAddress.v6(high: 0, low: 1)]

    @Test("a datagram arrives with both of its ends", arguments: loopbacks)
    func bothEnds(_ ip: IPAddress) async throws {
        let (left, _) = try await bind(TransportAddress(ip: ip, port: 0))
        var (right, events) = try await bind(TransportAddress(ip: ip, port: 0))
        #expect(left.localAddress.port != 0)
        left.send([1, 2, 3], to: right.localAddress)
        let expected = Datagram(local: right.localAddress, remote: left.localAddress, payload: [1, 2, 3])
        #expect(await events.next() == .received(expected))
        right.close()
        #expect(await events.next() == .closed)
        left.close()
    }

    @Test("datagrams sent in one tick leave in order and are counted")
    func batch() async throws {
        let (left, _) = try await bind(TransportAddress(ip: .loopback, port: 0))
        var (right, events) = try await bind(TransportAddress(ip: .loopback, port: 0))
        let target = right.localAddress
        try await left.eventLoop.submit {
            for number in 0..<100 { left.send([UInt8(number)], to: target) }
        }.get()
        for number in 0..<100 {
            guard case .received(let datagram) = await events.next() else { break }
            #expect(datagram.payload == [UInt8(number)])
        }
        let counters = try await left.eventLoop.submit { left.counters }.get()
        #expect(counters.sent == 100)
        #expect(counters.dropped == 0)
        let received = try await right.eventLoop.submit { [right] in right.counters.received }.get()
        #expect(received == 100)
        right.close()
    }

    @Test("what does not fit the queue is dropped, newest first, and counted")
    func overflow() async throws {
        let (left, _) = try await bind(TransportAddress(ip: .loopback, port: 0))
        let sink = TransportAddress(ip: .loopback, port: 9)
        let counters = try await left.eventLoop.submit {
            for _ in 0..<1000 { left.send([UInt8](repeating: 0, count: 1000), to: sink) }
            return left.counters
        }.get()
        #expect(counters.dropped > 900)
        #expect(counters.sent + counters.dropped == 1000)
    }

    @Test("a datagram too large for UDP fails alone")
    func tooLarge() async throws {
        var (left, events) = try await bind(TransportAddress(ip: .loopback, port: 0))
        let sink = TransportAddress(ip: .loopback, port: 9)
        left.send([UInt8](repeating: 0, count: 65_530), to: sink)
        #expect(await events.next() == .sendFailed(sink, .tooLarge))
        left.send([1], to: left.localAddress)
        let echo = Datagram(local: left.localAddress, remote: left.localAddress, payload: [1])
        #expect(await events.next() == .received(echo))
    }

    @Test("an unspecified socket tells the address a datagram arrived at")
    func unspecified() async throws {
        var (socket, events) = try await bind(TransportAddress(ip: .v4(0), port: 0))
        let (left, _) = try await bind(TransportAddress(ip: .loopback, port: 0))
        left.send([7], to: TransportAddress(ip: .loopback, port: socket.localAddress.port))
        guard case .received(let datagram) = await events.next() else {
            Issue.record("nothing arrived")
            return
        }
        #expect(datagram.local == TransportAddress(ip: .loopback, port: socket.localAddress.port))
        socket.close()
    }

    @Test("an address that is not ours cannot be bound")
    func foreignAddress() async throws {
        await #expect(throws: DatagramError.system(code: 99)) {
            _ = try await bind(TransportAddress(ip: .v4(0xC000_0201), port: 0))
        }
    }

    @Test("after closing, sends are dropped")
    func closed() async throws {
        var (socket, events) = try await bind(TransportAddress(ip: .loopback, port: 0))
        socket.close()
        #expect(await events.next() == .closed)
        socket.send([1], to: socket.localAddress)
        let dropped = try await socket.eventLoop.submit { [socket] in socket.counters.dropped }.get()
        #expect(dropped == 1)
    }
}
