import Glibc
import Secure
import Simulation
import Testing
import Timing

@Suite("The laws of a sans-IO machine, kept by DTLS")
struct DTLSLawTests {
    private func client() throws -> DTLSEndpoint {
        try DTLSEndpoint(
            role: .client, certificate: DTLSPair.certificates[0],
            remoteFingerprint: DTLSPair.certificates[1].fingerprint)
    }

    @Test("draining twice gives the same timeout")
    func drainTwice() throws {
        var client = try client()
        client.start(now: .origin)
        while client.pollOutput() != nil {}
        let timeout = client.timeout
        let again = client.timeout
        #expect(again == timeout)
    }

    @Test("the first interval is fifty milliseconds from our own now")
    func interval() throws {
        var client = try client()
        let now = Instant.origin + .seconds(1000)
        client.start(now: now)
        let first = client.timeout
        let timeout = try #require(first)
        #expect(timeout - now > .milliseconds(20) && timeout - now <= .milliseconds(50))
    }

    @Test("waking early changes nothing")
    func early() throws {
        var client = try client()
        client.start(now: .origin)
        while client.pollOutput() != nil {}
        let timeout = client.timeout
        client.handleTimeout(now: .origin + .milliseconds(1))
        let (after, output) = (client.timeout, client.pollOutput())
        #expect(after == timeout)
        #expect(output == nil)
    }

    @Test("waking at the timeout makes progress")
    func progress() throws {
        var client = try client()
        client.start(now: .monotonic())
        while client.pollOutput() != nil {}
        let first = client.timeout
        let timeout = try #require(first)
        while Instant.monotonic() < timeout { usleep(1000) }
        client.handleTimeout(now: timeout)
        guard case .transmit = client.pollOutput() else {
            Issue.record("the flight was not repeated")
            return
        }
        let second = client.timeout
        #expect(try #require(second) > timeout)
    }

    @Test("a server waits without a timer, and a connected endpoint has none")
    func noTimer() throws {
        let pair = try DTLSPair()
        pair.server.start(now: .monotonic())
        #expect(pair.timeouts == [nil, nil])
        pair.shakeHands()
        #expect(pair.timeouts == [nil, nil])
    }

    @Test("truncated flights never trap, and do no harm to what follows", arguments: [DTLSRole.client, .server])
    func truncations(role: DTLSRole) throws {
        let model = try DTLSPair()
        model.shakeHands()
        let flights = role == .client ? model.serverOutcome.datagrams : model.clientOutcome.datagrams
        for flight in flights {
            for length in stride(from: 0, to: flight.count, by: 7) {
                let pair = try DTLSPair()
                let cut = Array(flight[..<length])
                switch role {
                case .client:
                    pair.client.start(now: .monotonic())
                    pair.client.handle(cut, now: .monotonic())
                case .server: pair.server.handle(cut, now: .monotonic())
                }
                pair.carry()
            }
        }
    }

    @Test("altered flights never trap", arguments: [DTLSRole.client, .server])
    func alterations(role: DTLSRole) throws {
        var random = SeededGenerator(seed: 7)
        let model = try DTLSPair()
        model.shakeHands()
        let flights = role == .client ? model.serverOutcome.datagrams : model.clientOutcome.datagrams
        for flight in flights {
            for _ in 0..<100 {
                var altered = flight
                altered[Int.random(in: 0..<min(60, altered.count), using: &random)] = .random(
                    in: 0...255, using: &random)
                let pair = try DTLSPair()
                if role == .client { pair.client.start(now: .monotonic()) }
                role == .client
                    ? pair.client.handle(altered, now: .monotonic()) : pair.server.handle(altered, now: .monotonic())
                pair.carry()
            }
        }
    }

    @Test("random bytes never trap, and a handshake succeeds in spite of them", arguments: [1, 2, 3] as [UInt64])
    func randomBytes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pair = try DTLSPair()
        pair.client.start(now: .monotonic())
        for _ in 0..<500 {
            let noise = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                UInt8.random(in: 0...19, using: &random)
            }
            pair.client.handle(noise, now: .monotonic())
            pair.server.handle(noise, now: .monotonic())
        }
        pair.shakeHands()
        #expect(pair.clientOutcome.material != nil && pair.clientOutcome.material == pair.serverOutcome.material)
    }
}
