import ICE
import STUN
import Simulation
import Testing
import Timing
import Wire

@Suite("The controlled end follows nominations") struct ControlledSelectionTests {
    private var peer = ICEPeer(.controlled, "me", ["10.0.0.1 5000"], lite: true)
    private var network = SimulatedNetwork(seed: 1)
    private var serial: UInt64 = 0
    private let better = TransportAddress(testing: "10.0.1.1 6000")
    private let worse = TransportAddress(testing: "10.0.1.1 6001")

    init() {
        peer.agent.addLocal(peer.candidates[0], now: .origin)
    }

    /// A check with USE-CANDIDATE, as an aggressive peer sends on pair after pair.
    private mutating func nominate(_ remote: TransportAddress, at milliseconds: Int) {
        serial += 1
        let request = STUNMessage(
            .request, transaction: TransactionID(high: 0, low: serial),
            attributes: [
                .username("me:you"), .priority(remote == better ? 2000 : 1000), .iceControlling(1), .useCandidate,
            ])
        let payload = request.serialized(key: Array(peer.credentials.pwd.utf8))
        let now = Instant.origin + .milliseconds(milliseconds)
        peer.agent.handle(Datagram(local: peer.candidates[0].address, remote: remote, payload: payload), now: now)
        peer.drain(into: &network, now: now)
    }

    @Test("a better pair takes over, a worse one does not while the path is alive")
    mutating func bestWins() {
        nominate(worse, at: 0)
        nominate(better, at: 10)
        nominate(worse, at: 20)
        #expect(peer.selections.map(\.destination) == [worse, better])
        #expect(peer.agent.selectedPath?.remote == better)
    }

    @Test("a worse pair takes over when the path has gone silent")
    mutating func silence() {
        nominate(better, at: 0)
        nominate(worse, at: 2900)
        #expect(peer.agent.selectedPath?.remote == better)
        nominate(worse, at: 3000)
        #expect(peer.agent.selectedPath?.remote == worse)
        #expect(peer.states == [.checking, .connected])
    }

    @Test("the same nomination again is not a new path")
    mutating func repeated() {
        for moment in 0..<5 { nominate(better, at: moment * 10) }
        #expect(peer.selections.count == 1)
    }
}
