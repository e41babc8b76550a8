import Contract
import Timing

/// The calls that others made to us and that we have not answered. At most `limit` at once; more are refused.
struct RPCRequests {
    private struct Key: Hashable {
        let caller: String
        let id: String
    }

    /// What is to be done with a request.
    enum Verdict {
        case ask(RPCRequest)
        case refuse(RPCError)
        /// It is being answered already.
        case repeated
    }

    static let limit = 64
    /// The largest payload, in bytes of UTF-8, either way.
    static let payloadLimit = 15_360
    /// The only version: requests as packets.
    static let version: UInt32 = 1
    private static let defaultTimeout = Duration.seconds(15)
    private static let longestTimeout = Duration.seconds(600)

    private var deadlines: [Key: Instant] = [:]

    /// - Parameter methods: those that are answered here.
    mutating func admit(
        _ request: Livekit_RpcRequest, from caller: String, methods: Set<String>, now: Instant
    ) -> Verdict {
        let key = Key(caller: caller, id: request.id)
        guard deadlines[key].map({ $0 <= now }) ?? true else { return .repeated }
        guard request.version == Self.version else { return .refuse(RPCError(.unsupportedVersion)) }
        guard request.payload.utf8.count <= Self.payloadLimit else { return .refuse(RPCError(.requestTooLarge)) }
        guard methods.contains(request.method) else { return .refuse(RPCError(.unsupportedMethod)) }
        deadlines = deadlines.filter { $0.value > now }
        guard deadlines.count < Self.limit else {
            return .refuse(RPCError(.applicationError, "too many calls are being answered"))
        }
        let asked = Duration.milliseconds(Int64(request.responseTimeoutMs))
        let deadline = now + (asked > .zero ? min(asked, Self.longestTimeout) : Self.defaultTimeout)
        deadlines[key] = deadline
        return .ask(
            RPCRequest(
                id: request.id, callerIdentity: caller, method: request.method, payload: request.payload,
                deadline: deadline))
    }

    /// Whether the answer is still waited for; it is not any more afterwards.
    mutating func take(_ request: RPCRequest, now: Instant) -> Bool {
        guard let deadline = deadlines.removeValue(forKey: Key(caller: request.callerIdentity, id: request.id)) else {
            return false
        }
        return deadline > now
    }

    mutating func forget(callsOf identity: String) {
        deadlines = deadlines.filter { $0.key.caller != identity }
    }
}
