import Contract
package import Timing

// Remote procedure calls, first version: packets both ways, acknowledged at once and answered later.
extension Room {
    /// The shortest time that a recipient is given to answer, whatever we wait ourselves.
    private static let shortestTimeout = Duration.seconds(8)

    /// Calls a method of another participant; `.rpcAnswered` follows, whatever happens.
    /// - Returns: the id that `.rpcAnswered` repeats.
    /// - Throws: when the call could not be made at all: payload too large, recipient unknown, nothing can be sent.
    package mutating func performRPC(_ call: OutgoingRPC, now instant: Instant) throws(RPCError) -> String {
        now = max(now, instant)
        guard call.payload.utf8.count <= RPCRequests.payloadLimit else { throw RPCError(.requestTooLarge) }
        guard participants[call.recipient] != nil else { throw RPCError(.recipientNotFound) }
        guard !data.calls.isFull else { throw RPCError(.sendFailed, "too many calls wait for their answers") }
        let id = makeCID()
        var packet = Livekit_DataPacket()
        packet.destinationIdentities = [call.recipient]
        packet.rpcRequest.id = id
        packet.rpcRequest.method = call.method
        packet.rpcRequest.payload = call.payload
        let timeout = max(call.timeout, Self.shortestTimeout)
        packet.rpcRequest.responseTimeoutMs = UInt32(clamping: timeout.nanoseconds / 1_000_000)
        packet.rpcRequest.version = RPCRequests.version
        do { try sendReliable(packet) } catch { throw RPCError(.sendFailed, "\(error)") }
        data.calls.begin(id, to: call.recipient, timeout: call.timeout, now: now)
        return id
    }

    /// From now on calls of this method come as `.rpcRequested`; those of other methods are refused.
    package mutating func registerRPC(_ method: String) {
        data.methods.insert(method)
    }

    package mutating func unregisterRPC(_ method: String) {
        data.methods.remove(method)
    }

    /// Answers a call. Too late, or again, or after a reconnection, nothing is sent. A payload above 15 360 bytes becomes
    /// an error.
    package mutating func respond(
        to request: RPCRequest, with result: Result<String, RPCError>, now instant: Instant
    ) throws(DataError) {
        now = max(now, instant)
        guard data.requests.take(request, now: now) else { return }
        try respond(request.id, to: request.callerIdentity, result)
    }

    mutating func handle(_ request: Livekit_RpcRequest, _ packet: Livekit_DataPacket) {
        let caller = packet.participantIdentity
        acknowledge(request.id, to: caller)
        switch data.requests.admit(request, from: caller, methods: data.methods, now: now) {
        case .ask(let request): emit(.rpcRequested(request))
        case .refuse(let error): try? respond(request.id, to: caller, .failure(error))
        case .repeated: break
        }
    }

    private mutating func acknowledge(_ id: String, to caller: String) {
        var packet = Self.packet(to: caller)
        packet.rpcAck.requestID = id
        // Without room for it the caller gives up by its own clock.
        try? sendReliable(packet)
    }

    private mutating func respond(
        _ id: String, to caller: String, _ result: Result<String, RPCError>
    ) throws(DataError) {
        var packet = Self.packet(to: caller)
        packet.rpcResponse.requestID = id
        switch result {
        case .success(let payload) where payload.utf8.count <= RPCRequests.payloadLimit:
            packet.rpcResponse.payload = payload
        case .success: packet.rpcResponse.error = Livekit_RpcError(RPCError(.responseTooLarge))
        case .failure(let error): packet.rpcResponse.error = Livekit_RpcError(error)
        }
        try sendReliable(packet)
    }

    /// A packet for one participant, or for the server's API, which has no identity.
    private static func packet(to identity: String) -> Livekit_DataPacket {
        var packet = Livekit_DataPacket()
        packet.destinationIdentities = identity.isEmpty ? [] : [identity]
        return packet
    }
}

extension Livekit_RpcError {
    fileprivate init(_ error: RPCError) {
        self.init()
        code = error.code.rawValue
        message = error.message
        data = error.data
    }
}
