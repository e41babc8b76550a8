import ICE
import STUN
import Simulation
import Testing
import Timing
import Wire

@Suite("Checks from outside") struct RequestTests {
    private var peer: ICEPeer
    private let local = TransportAddress(testing: "10.0.0.1 5000")
    private let remote = TransportAddress(testing: "10.0.1.1 6000")
    private let key = Array("password-of-me-0123456789".utf8)

    init() {
        peer = ICEPeer(.controlled, "me", ["10.0.0.1 5000"], tieBreaker: 5)
        peer.agent.addLocal(peer.candidates[0], now: .origin)
    }

    private func request(_ attributes: [STUNAttribute], name: String = "me:you") -> STUNMessage {
        STUNMessage(
            .request, transaction: TransactionID(high: 3, low: 4),
            attributes: [.username(name), .priority(1), .iceControlling(9)] + attributes)
    }

    private mutating func answer(_ payload: [UInt8]) -> STUNMessage? {
        peer.agent.handle(Datagram(local: local, remote: remote, payload: payload), now: .origin)
        guard case .transmit(let datagram) = peer.agent.pollOutput() else { return nil }
        #expect(datagram.local == local && datagram.remote == remote)
        return STUNMessage(parsing: datagram.payload)
    }

    @Test("an authentic check is answered with the address it came from")
    mutating func success() throws {
        let response = try #require(answer(request([]).serialized(key: key)))
        #expect(response.type == .success)
        #expect(response.transaction == TransactionID(high: 3, low: 4))
        #expect(response.xorMappedAddress == remote)
        #expect(response.isAuthentic(key: key))
    }

    @Test("what libwebrtc adds is ignored")
    mutating func optionalAttributes() throws {
        let extras = [0xC057, 0xC070, 0xC071].map { STUNAttribute.unknown(type: $0, value: [0, 1, 0, 2]) }
        #expect(try #require(answer(request(extras).serialized(key: key))).type == .success)
    }

    @Test("what must be understood and is not gets 420 and a list")
    mutating func required() throws {
        let strange = STUNAttribute.unknown(type: 0x7001, value: [1])
        let response = try #require(answer(request([strange]).serialized(key: key)))
        #expect(response.errorCode == .unknownAttribute)
        #expect(response.attributes.contains(.unknownAttributes([0x7001])))
        #expect(response.isAuthentic(key: key))
    }

    @Test("a wrong password or name gets 401, nothing to authenticate gets 400, unsigned")
    mutating func unauthenticated() throws {
        let wrongKey = try #require(answer(request([]).serialized(key: [1])))
        #expect(wrongKey.errorCode == .unauthenticated)
        #expect(!wrongKey.hasIntegrity)
        let wrongName = try #require(answer(request([], name: "other:you").serialized(key: key)))
        #expect(wrongName.errorCode == .unauthenticated)
        #expect(try #require(answer(request([], name: "me").serialized(key: key))).errorCode == .unauthenticated)
        #expect(try #require(answer(request([]).serialized())).errorCode == .badRequest)
        let nameless = STUNMessage(.request, transaction: TransactionID(high: 0, low: 0))
        #expect(try #require(answer(nameless.serialized(key: key))).errorCode == .badRequest)
        #expect(peer.agent.timeout == nil)
    }

    @Test("a controlled agent with the smaller tie-breaker refuses another controlled one with 487")
    mutating func conflict() throws {
        let message = STUNMessage(
            .request, transaction: TransactionID(high: 0, low: 1),
            attributes: [.username("me:you"), .priority(1), .iceControlled(9)])
        let response = try #require(answer(message.serialized(key: key)))
        #expect(response.errorCode == .roleConflict)
        #expect(response.isAuthentic(key: key))
        #expect(peer.agent.role == .controlled)
        var yielding = message
        yielding.attributes[2] = .iceControlled(2)
        #expect(try #require(answer(yielding.serialized(key: key))).type == .success)
        #expect(peer.agent.role == .controlling)
    }

    @Test("indications, other methods, other sockets and noise are not answered")
    mutating func silent() {
        var indication = request([])
        indication.type = .indication
        #expect(answer(indication.serialized(key: key)) == nil)
        var other = request([])
        other.method = 3
        #expect(answer(other.serialized(key: key)) == nil)
        #expect(answer([0, 1, 2, 3]) == nil)
        let elsewhere = TransportAddress(testing: "10.0.0.1 5001")
        let datagram = Datagram(local: elsewhere, remote: remote, payload: request([]).serialized(key: key))
        peer.agent.handle(datagram, now: .origin)
        #expect(peer.agent.pollOutput() == nil)
    }

    @Test("answers that nobody asked for change nothing")
    mutating func unsolicited() {
        let response = STUNMessage(
            .success, transaction: TransactionID(high: 1, low: 1), attributes: [.xorMappedAddress(local)])
        #expect(answer(response.serialized(key: key)) == nil)
        #expect(peer.agent.state == .new)
    }

    @Test("a check names whom it is for, an answer names nobody")
    func destination() {
        #expect(ICEAgent.isSTUN(request([]).serialized(key: key)))
        #expect(ICEAgent.destination(of: request([]).serialized(key: key)) == "me")
        var response = request([])
        response.type = .success
        #expect(ICEAgent.destination(of: response.serialized(key: key)) == nil)
        #expect(ICEAgent.destination(of: [22, 254, 253]) == nil)
    }
}
