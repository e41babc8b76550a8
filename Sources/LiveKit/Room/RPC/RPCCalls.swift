import Contract
import Timing

/// The calls that we made and that are not answered. At most `limit` at once; no more are begun.
struct RPCCalls {
    private struct Call {
        let recipient: String
        /// Until the recipient has acknowledged the request.
        var acknowledgement: Instant?
        let answer: Instant

        var deadline: Instant { min(acknowledgement ?? answer, answer) }
    }

    static let limit = 64
    /// How long the acknowledgement may take: the longest way there and back.
    static let patience = Duration.seconds(7)

    private var calls: [String: Call] = [:]

    var isFull: Bool { calls.count >= Self.limit }

    var deadline: Instant? { calls.isEmpty ? nil : calls.values.map(\.deadline).min() }

    mutating func begin(_ id: String, to recipient: String, timeout: Duration, now: Instant) {
        calls[id] = Call(recipient: recipient, acknowledgement: now + Self.patience, answer: now + timeout)
    }

    /// Only who was called can acknowledge or answer.
    mutating func acknowledge(_ id: String, by identity: String) {
        guard calls[id]?.recipient == identity else { return }
        calls[id]?.acknowledgement = nil
    }

    mutating func answer(_ response: Livekit_RpcResponse, by identity: String) -> RoomEvent? {
        let id = response.requestID
        guard calls[id]?.recipient == identity else { return nil }
        calls[id] = nil
        switch response.value {
        case .payload(let payload): return .rpcAnswered(id: id, .success(payload))
        case .error(let error):
            let code = RPCError.Code(rawValue: error.code)
            return .rpcAnswered(id: id, .failure(RPCError(code, error.message, data: error.data)))
        case .compressedPayload: return .rpcAnswered(id: id, .failure(RPCError(.unsupportedVersion)))
        case nil: return .rpcAnswered(id: id, .success(""))
        }
    }

    /// The recipient has left.
    mutating func fail(callsTo identity: String) -> [RoomEvent] {
        fail(.recipientDisconnected) { $0.recipient == identity }
    }

    /// The connection was made anew or ended: nobody knows the way back for an answer.
    mutating func failAll() -> [RoomEvent] {
        fail(.recipientDisconnected) { _ in true }
    }

    mutating func expire(now: Instant) -> [RoomEvent] {
        guard !calls.isEmpty else { return [] }
        return fail(.responseTimeout) { $0.answer <= now }
            + fail(.connectionTimeout) { $0.deadline <= now }
    }

    private mutating func fail(_ code: RPCError.Code, where isOver: (Call) -> Bool) -> [RoomEvent] {
        let ids = calls.filter { isOver($0.value) }.keys.sorted()
        return ids.map { id in
            calls[id] = nil
            return .rpcAnswered(id: id, .failure(RPCError(code)))
        }
    }
}
