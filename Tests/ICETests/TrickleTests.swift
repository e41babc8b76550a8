import ICE
import Simulation
import Testing
import Timing
import Wire

@Suite("Candidates that come later") struct TrickleTests {
    private func duo(_ first: (inout ICEDuo) -> Void) -> ICEDuo {
        var duo = ICEDuo()
        duo.left.agent.addLocal(duo.left.candidates[0], now: duo.now)
        duo.right.agent.addLocal(duo.right.candidates[0], now: duo.now)
        first(&duo)
        return duo
    }

    @Test("remote candidates that arrive before the credentials wait for them")
    func beforeCredentials() {
        var duo = duo { duo in
            duo.left.agent.addRemote(duo.right.candidates[0], now: duo.now)
            duo.right.agent.addRemote(duo.left.candidates[0], now: duo.now)
            #expect(duo.left.agent.timeout == nil)
            duo.left.agent.setRemote(credentials: duo.right.credentials, lite: false, now: duo.now)
            duo.right.agent.setRemote(credentials: duo.left.credentials, lite: false, now: duo.now)
        }
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        #expect(duo.agree)
    }

    @Test("checks that arrive before the credentials are answered and repaid when they come")
    func checksBeforeCredentials() {
        var duo = duo { duo in
            duo.left.agent.setRemote(credentials: duo.right.credentials, lite: false, now: duo.now)
            duo.left.agent.addRemote(duo.right.candidates[0], now: duo.now)
        }
        duo.run(for: .milliseconds(300))
        #expect(duo.right.requests.isEmpty)
        #expect(!duo.right.sent.isEmpty)
        duo.right.agent.setRemote(credentials: duo.left.credentials, lite: false, now: duo.now)
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        #expect(duo.agree)
    }

    @Test("a candidate that names other credentials waits until they are in force")
    func otherGeneration() {
        var candidate = ICEDuo().right.candidates[0]
        candidate.extensions = [CandidateExtension("ufrag", "right")]
        var duo = duo { duo in
            duo.left.agent.setRemote(
                credentials: ICECredentials(ufrag: "before", pwd: "x"), lite: false, now: duo.now)
            duo.left.agent.addRemote(candidate, now: duo.now)
            duo.drain()
            #expect(duo.left.sent.isEmpty)
            duo.left.agent.setRemote(credentials: duo.right.credentials, lite: false, now: duo.now)
            duo.right.agent.setRemote(credentials: duo.left.credentials, lite: false, now: duo.now)
        }
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
    }

    @Test("local candidates may come last")
    func localLast() {
        var duo = ICEDuo()
        duo.left.agent.setRemote(credentials: duo.right.credentials, lite: false, now: duo.now)
        duo.right.agent.setRemote(credentials: duo.left.credentials, lite: false, now: duo.now)
        duo.left.agent.addRemote(duo.right.candidates[0], now: duo.now)
        duo.right.agent.addRemote(duo.left.candidates[0], now: duo.now)
        duo.run(for: .seconds(5))
        #expect(duo.left.sent.isEmpty)
        #expect(duo.left.agent.state == .new)
        duo.left.agent.addLocal(duo.left.candidates[0], now: duo.now)
        duo.right.agent.addLocal(duo.right.candidates[0], now: duo.now)
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
    }

    @Test("a candidate that was learned from a check may still be announced")
    func announcedLater() {
        var duo = ICEDuo()
        duo.exchange(leftKnowsCandidates: true, rightKnowsCandidates: false)
        duo.run(for: .milliseconds(30))
        duo.right.agent.addRemote(duo.left.candidates[0], now: duo.now)
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        #expect(duo.agree)
    }

    @Test("an announced candidate takes its announced priority")
    func announcedPriority() {
        var timings = ICETimings()
        timings.nominationDelay = .seconds(1)
        var duo = ICEDuo(
            left: ICEPeer(.controlling, "left", ["10.0.0.1 5000"], tieBreaker: 2, timings: timings),
            right: ICEPeer(.controlled, "right", ["10.0.1.1 6000", "10.0.1.2 6000"], seed: 2))
        // The worse pair is slow. Left is told of it at once, of the better one when a check has revealed it.
        let worse = NetworkPath(from: duo.left.candidates[0].address, to: duo.right.candidates[1].address)
        duo.network.pathConditions[worse] = NetworkConditions(latency: .milliseconds(300))
        duo.exchange(leftKnowsCandidates: false)
        duo.left.agent.addRemote(duo.right.candidates[1], now: duo.now)
        duo.run(for: .milliseconds(25))
        duo.left.agent.addRemote(duo.right.candidates[0], now: duo.now)
        #expect(duo.run(for: .milliseconds(200)) { $0.isConnected })
        #expect(duo.left.agent.selectedPath?.remote == duo.right.candidates[0].address)
    }

    @Test("candidates that cannot be used, and repeated ones, change nothing")
    func ignored() {
        var duo = ICEDuo()
        duo.exchange()
        duo.run(for: .seconds(1)) { $0.isConnected }
        let timeout = duo.left.agent.timeout
        var candidate = duo.right.candidates[0]
        duo.left.agent.addRemote(candidate, now: duo.now)
        candidate.component = 2
        duo.left.agent.addRemote(candidate, now: duo.now)
        candidate.component = 1
        candidate.transport = .tcp
        candidate.address.port = 7
        duo.left.agent.addRemote(candidate, now: duo.now)
        duo.left.agent.setRemote(credentials: duo.right.credentials, lite: false, now: duo.now)
        #expect(duo.left.agent.pollOutput() == nil)
        #expect(duo.left.agent.timeout == timeout)
    }

    @Test("a flood of candidates is bounded")
    func flood() {
        var duo = ICEDuo()
        duo.network.isDown = true
        duo.exchange()
        for port in 1...UInt16(2000) {
            let address = TransportAddress(ip: .v4(0x0A00_0909), port: port)
            duo.left.agent.addRemote(.host(address, localPreference: port), now: duo.now)
        }
        duo.run(for: .seconds(20))
        #expect(Set(duo.left.sent.map(\.remote)).count <= 64)
    }
}
