import ICE
import STUN
import Simulation
import Testing
import Timing
import Wire

@Suite("Answers to checks") struct ResponseTests {
    private var peer: ICEPeer
    private let local = TransportAddress(testing: "10.0.0.1 5000")
    private let remote = TransportAddress(testing: "10.0.1.1 6000")
    private let theirs = ICECredentials(ufrag: "you", pwd: "password-of-you-0123456789")

    init() {
        peer = ICEPeer(.controlling, "me", ["10.0.0.1 5000"], tieBreaker: 5)
        peer.agent.addLocal(peer.candidates[0], now: .origin)
        peer.agent.setRemote(credentials: theirs, lite: false, now: .origin)
        peer.agent.addRemote(.host(remote), now: .origin)
        drain()
    }

    private mutating func drain() {
        var network = SimulatedNetwork(seed: 1)
        peer.drain(into: &network, now: .origin)
    }

    /// Answers the latest check; whether a nomination followed.
    private mutating func answer(
        _ type: STUNClass, _ attributes: [STUNAttribute], password: String? = nil, from source: TransportAddress? = nil
    ) throws -> Bool {
        let check = try #require(peer.requests.last)
        let response = STUNMessage(type, transaction: check.transaction, attributes: attributes)
        let payload = response.serialized(key: Array((password ?? theirs.pwd).utf8))
        peer.agent.handle(Datagram(local: local, remote: source ?? remote, payload: payload), now: .origin)
        drain()
        return peer.requests.last?.nominates == true
    }

    @Test("a check names both ends, its priority and its role, and is signed with the other's password")
    func check() throws {
        let check = try #require(peer.requests.first)
        #expect(
            check.attributes == [
                .username("you:me"), .priority(Candidate.priority(.peerReflexive, localPreference: 65_535)),
                .iceControlling(5),
            ])
        #expect(check.isAuthentic(key: Array(theirs.pwd.utf8)))
    }

    @Test("a success makes the pair valid, and the only pair is nominated at once")
    mutating func success() throws {
        #expect(try answer(.success, [.xorMappedAddress(local)]))
        #expect(peer.agent.state == .checking)
        #expect(try answer(.success, [.xorMappedAddress(local)]))
        #expect(peer.agent.state == .connected)
        #expect(peer.selections == [NetworkPath(from: local, to: remote)])
    }

    @Test("an answer with a wrong signature is ignored, and the right one still counts")
    mutating func forged() throws {
        #expect(try !answer(.success, [.xorMappedAddress(local)], password: "guess"))
        #expect(try !answer(.error, [.errorCode(.roleConflict)], password: "guess"))
        #expect(peer.agent.role == .controlling)
        #expect(try answer(.success, [.xorMappedAddress(local)]))
    }

    @Test("an answer from elsewhere is no proof of a path")
    mutating func asymmetric() throws {
        let elsewhere = TransportAddress(testing: "10.0.1.1 6001")
        #expect(try !answer(.success, [.xorMappedAddress(local)], from: elsewhere))
        #expect(peer.agent.state == .checking)
    }

    @Test("a role conflict turns the role around and repeats the check")
    mutating func roleConflict() throws {
        let first = try #require(peer.requests.last)
        #expect(try !answer(.error, [.errorCode(.roleConflict)]))
        #expect(peer.agent.role == .controlled)
        peer.agent.handleTimeout(now: .origin + .milliseconds(20))
        drain()
        let second = try #require(peer.requests.last)
        #expect(second.transaction != first.transaction)
        #expect(second.attributes.contains(.iceControlled(5)))
    }

    @Test("another error changes nothing: the check goes on in its own time")
    mutating func error() throws {
        let timeout = peer.agent.timeout
        #expect(try !answer(.error, [.errorCode(.badRequest)]))
        #expect(peer.agent.timeout == timeout)
        #expect(timeout == .origin + .milliseconds(100))
        #expect(try answer(.success, [.xorMappedAddress(local)]))
    }
}
