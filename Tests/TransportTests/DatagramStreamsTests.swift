import Testing
import Transport
import Wire

@Suite("Streams for datagrams", .timeLimit(.minutes(1)))
struct DatagramStreamsTests {
    /// Channel data, which both framings carry.
    private static let payload: [UInt8] = [0x40, 0x00, 0x00, 0x03, 7, 8, 9]
    private static let plain = [TransportProtocol.tcp, .turnTCP]
    private static let secure = TransportProtocol.turnTLS(host: "localhost")

    private func datagram(
        _ remote: TransportAddress, _ transport: TransportProtocol = .tcp, payload: [UInt8] = payload, port: UInt16 = 9
    ) -> Datagram {
        let local = TransportAddress(ip: .loopback, port: port)
        return Datagram(local: local, remote: remote, transport: transport, payload: payload)
    }

    /// What ended the only stream.
    private func ending(_ user: StreamUser) async -> StreamError? {
        guard case .closed(_, let error) = await user.next() else { return nil }
        return error
    }

    private func cause(_ error: StreamError?) -> ConnectionFailure.Cause? {
        guard case .unreachable(let failure) = error else { return nil }
        return failure.cause
    }

    @Test("the first datagram opens the stream, and answers bear its addresses", arguments: plain)
    func echo(_ transport: TransportProtocol) async throws {
        let peer = try await StreamPeer(.echo)
        let user = StreamUser()
        let sent = datagram(peer.address, transport)
        try await user.send([sent])
        #expect(await user.next() == .received(sent))
        try await user.send([sent, sent])
        #expect(await user.next() == .received(sent))
        #expect(await user.next() == .received(sent))
        let counters = try await user.counters
        #expect([counters.sent, counters.received, counters.dropped] == [3, 3, 0])
    }

    @Test("what is sent while connecting waits in order, and the oldest is dropped when too much waits")
    func queue() async throws {
        let peer = try await StreamPeer(.echo)
        let user = StreamUser()
        let all = (0..<40 as Range<UInt8>).map { datagram(peer.address, payload: [$0]) }
        #expect(try await user.send(all).dropped == 8)
        for number in 8..<40 { #expect(await user.next() == .received(all[number])) }
    }

    @Test("a peer that does not read loses datagrams instead of filling memory")
    func backlog() async throws {
        let peer = try await StreamPeer(.mute)
        let user = StreamUser()
        try await user.send([datagram(peer.address)])
        while try await user.counters.sent == 0 { await Task.yield() }
        let flood = [Datagram](
            repeating: datagram(peer.address, payload: [UInt8](repeating: 1, count: 1200)), count: 1000)
        let counters = try await user.send(flood)
        #expect(counters.dropped > 900)
        #expect(counters.sent + counters.dropped == 1001)
    }

    @Test("every five-tuple has a connection of its own")
    func connections() async throws {
        let peer = try await StreamPeer(.echoOnce)
        let user = StreamUser()
        for port in [9, 10] as [UInt16] {
            let sent = datagram(peer.address, port: port)
            try await user.send([sent])
            #expect(await user.next() == .received(sent))
            #expect(await user.next() == .closed(FiveTuple(sent), .ended))
        }
    }

    @Test("after its end, a stream is opened again by the next datagram")
    func reopening() async throws {
        let peer = try await StreamPeer(.echoOnce)
        let user = StreamUser()
        let sent = datagram(peer.address)
        for _ in 0..<2 {
            try await user.send([sent])
            #expect(await user.next() == .received(sent))
            #expect(await user.next() == .closed(FiveTuple(sent), .ended))
        }
        #expect(try await user.counters.received == 2)
    }

    @Test("a port nobody listens at closes the stream with that reason")
    func refused() async throws {
        let peer = try await StreamPeer(.echo)
        let sent = datagram(peer.address)
        try await peer.stop()
        let user = StreamUser()
        try await user.send([sent])
        let failure = ConnectionFailure(endpoint: "\(sent.remote)", cause: .refused)
        #expect(await user.next() == .closed(FiveTuple(sent), .unreachable(failure)))
    }

    @Test("addresses of different families do not meet")
    func families() async throws {
        let user = StreamUser()
        var sent = datagram(TransportAddress(ip: .v6(high: 0, low: 1), port: 9))
        sent.local.ip = .loopback
        try await user.send([sent])
        #expect(cause(await ending(user)) != nil)
    }

    @Test(
        "a peer that sends no frames is cut, and counted as hostile",
        arguments: [
            ("SSH-2.0-OpenSSH_9.2\r\n", FramingError.unknownKind), ("HTTP/1.1 400 Bad Request\r\n", .oversize(0x5454)),
        ])
    func garbage(_ text: String, _ error: FramingError) async throws {
        let peer = try await StreamPeer(.say(Array(text.utf8)))
        let user = StreamUser()
        try await user.send([datagram(peer.address, .turnTCP)])
        #expect(await ending(user) == .malformed(error))
        #expect(try await user.counters.hostile == 1)
    }

    @Test("more streams than allowed are refused")
    func tooMany() async throws {
        let peer = try await StreamPeer(.mute)
        let user = StreamUser()
        let all = (1...UInt16(DatagramStreams.limit + 1)).map { datagram(peer.address, port: $0) }
        #expect(try await user.send(all).dropped == 1)
        #expect(await user.next() == .closed(FiveTuple(all[DatagramStreams.limit]), .tooMany))
    }

    @Test("closing tells nobody, and gives up what was waiting")
    func closing() async throws {
        let mute = try await StreamPeer(.mute)
        let user = StreamUser()
        try await user.send([datagram(mute.address, Self.secure)])
        #expect(try await user.close().dropped == 1)
        let gone = try await StreamPeer(.mute)
        try await gone.stop()
        let sent = datagram(gone.address)
        try await user.send([sent])
        let failure = ConnectionFailure(endpoint: "\(sent.remote)", cause: .refused)
        let event = await user.next()
        #expect(event == .closed(FiveTuple(sent), .unreachable(failure)))
    }

    @Test("a server that accepts and never speaks TLS runs into the time limit")
    func timeout() async throws {
        let mute = try await StreamPeer(.mute)
        let user = StreamUser(connectTimeout: .milliseconds(50))
        try await user.send([datagram(mute.address, Self.secure)])
        #expect(cause(await ending(user)) == .timedOut)
    }

    @Test("TLS with a certificate of a trusted authority carries datagrams")
    func secureEcho() async throws {
        let identity = try TLSIdentity(host: "localhost")
        let peer = try await StreamPeer(.echo, tls: identity)
        let user = StreamUser(trust: .file(identity.certificate))
        let sent = datagram(peer.address, Self.secure)
        try await user.send([sent, sent])
        #expect(await user.next() == .received(sent))
        #expect(await user.next() == .received(sent))
    }

    @Test("a certificate nobody vouches for, or for another name, closes the stream")
    func untrusted() async throws {
        let identity = try TLSIdentity(host: "localhost")
        let peer = try await StreamPeer(.echo, tls: identity)
        let doubter = StreamUser()
        try await doubter.send([datagram(peer.address, Self.secure)])
        #expect(cause(await ending(doubter)) == .untrusted)
        let misled = StreamUser(trust: .file(identity.certificate))
        try await misled.send([datagram(peer.address, .turnTLS(host: "turn.example"))])
        #expect(cause(await ending(misled)) == .otherName)
    }
}
