import ICE
import STUN
import TURN
import Timing
import Wire

// Connectivity: STUN messages, candidates as text, and what a TURN server says.
extension FuzzTarget {
    private static let address = TransportAddress(ip: .v4(0xC000_0201), port: 3478)
    private static let transaction = TransactionID(high: 1, low: 2)

    static let stun = FuzzTarget(name: "stun") {
        let attributes: [STUNAttribute] = [
            .username("left:right"), .priority(1), .iceControlling(2), .useCandidate, .xorMappedAddress(address),
            .realm("r"), .nonce("n"), .errorCode(STUNErrorCode(487, "Role Conflict")), .unknownAttributes([1, 2]),
            .data([1, 2, 3]),
        ]
        return [
            STUNMessage(.request, transaction: transaction).serialized(),
            STUNMessage(.success, transaction: transaction, attributes: attributes).serialized(key: [1, 2, 3]),
        ]
    } feed: { input in
        guard let message = STUNMessage(parsing: input) else { return }
        _ = message.isAuthentic(key: [1, 2, 3])
        guard let again = STUNMessage(parsing: message.serialized(key: [1, 2, 3])) else {
            fatalError("what was written cannot be read")
        }
        precondition(again.attributes == message.attributes && again.isAuthentic(key: [1, 2, 3]))
    }

    static let candidate = FuzzTarget(name: "candidate") {
        [
            "candidate:1 1 udp 2130706431 192.0.2.1 4000 typ host generation 0",
            "a=candidate:1 1 tcp 1 2001:db8::1 9 typ srflx raddr 10.0.0.1 rport 9 tcptype active",
            "candidate:1 1 udp 1 ::ffff:192.0.2.1 65535 typ relay raddr 0.0.0.0 rport 0 ufrag abcd network-id 1",
        ].map { Array($0.utf8) }
    } feed: { input in
        guard let candidate = Candidate(String(decoding: input, as: UTF8.self)) else { return }
        precondition(Candidate(candidate.description)?.description == candidate.description)
    }

    /// An allocation on a stream, and a server that says what it likes.
    static let turn = FuzzTarget(name: "turn") {
        let challenge = STUNMessage(
            .error, transaction: transaction,
            attributes: [.errorCode(.unauthenticated), .realm("realm"), .nonce("nonce")])
        return [
            Script.input([
                .init(0, challenge.serialized()), .init(1, [10]), .init(2, [1, 2, 3]),
                .init(3, ChannelData(number: 0x4000, payload: [1, 2, 3]).serialized(padded: true)),
            ])
        ]
    } feed: { input in
        var stage = AllocationStage(server: address)
        for step in Script(input) { stage.take(step) }
    }
}
