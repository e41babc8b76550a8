import STUN
import Timing
import Wire

// What authenticated clients ask for.
extension SimulatedTURNServer {
    mutating func perform(
        _ request: STUNMessage, of username: String, from datagram: Datagram, now: Instant
    ) throws(Refusal) -> [STUNAttribute] {
        switch request.method {
        case STUNMethod.allocate: return try allocate(request, of: username, from: datagram, now: now)
        case STUNMethod.refresh: return try refresh(request, from: datagram, now: now)
        case STUNMethod.createPermission: return try permit(request, from: datagram, now: now)
        case STUNMethod.channelBind: return try bind(request, from: datagram, now: now)
        default: throw Refusal(.badRequest)
        }
    }

    private mutating func allocate(
        _ request: STUNMessage, of username: String, from datagram: Datagram, now: Instant
    ) throws(Refusal) -> [STUNAttribute] {
        if let refusal { throw Refusal(refusal) }
        guard !isOnlySTUN, request.attributes.contains(.requestedTransport(17)) else { throw Refusal(.badRequest) }
        guard allocations[datagram.remote] == nil else { throw Refusal(.allocationMismatch) }
        guard allocations.values.filter({ $0.username == username }).count < quota else {
            throw Refusal(.quotaReached)
        }
        if lacksIPv6, request.attributes.contains(.requestedAddressFamily(isIPv6: true)) {
            throw Refusal(.addressFamilyNotSupported)
        }
        let relayed = TransportAddress(ip: address.ip, port: nextPort)
        nextPort += 1
        allocations[datagram.remote] = SimulatedAllocation(
            client: datagram.remote, transport: datagram.transport, relayed: relayed, username: username,
            expiry: now + lifetime)
        counters.allocated += 1
        return [
            .xorRelayedAddress(relayed), .lifetime(UInt32(clamping: lifetime.components.seconds)),
            .xorMappedAddress(datagram.remote),
        ]
    }

    private mutating func refresh(
        _ request: STUNMessage, from datagram: Datagram, now: Instant
    ) throws(Refusal) -> [STUNAttribute] {
        guard allocations[datagram.remote] != nil else { throw Refusal(.allocationMismatch) }
        if request.lifetime == 0 {
            allocations[datagram.remote] = nil
            counters.released += 1
            return [.lifetime(0)]
        }
        allocations[datagram.remote]?.expiry = now + lifetime
        counters.refreshed += 1
        return [.lifetime(UInt32(clamping: lifetime.components.seconds))]
    }

    private mutating func permit(
        _ request: STUNMessage, from datagram: Datagram, now: Instant
    ) throws(Refusal) -> [STUNAttribute] {
        guard allocations[datagram.remote] != nil else { throw Refusal(.allocationMismatch) }
        guard let peer = request.xorPeerAddress else { throw Refusal(.badRequest) }
        guard !forbiddenPeers.contains(peer.ip) else { throw Refusal(.forbidden) }
        allocations[datagram.remote]?.permissions[peer.ip] = now + .seconds(300)
        counters.permitted += 1
        return []
    }

    private mutating func bind(
        _ request: STUNMessage, from datagram: Datagram, now: Instant
    ) throws(Refusal) -> [STUNAttribute] {
        guard let allocation = allocations[datagram.remote] else { throw Refusal(.allocationMismatch) }
        guard let peer = request.xorPeerAddress, let number = request.channelNumber,
            (0x4000...0x4FFF).contains(number), allocation.channels[number].map({ $0.peer == peer }) ?? true,
            allocation.channel(to: peer, now: now).map({ $0 == number }) ?? true
        else { throw Refusal(.badRequest) }
        allocations[datagram.remote]?.channels[number] = (peer, now + .seconds(600))
        allocations[datagram.remote]?.permissions[peer.ip] = now + .seconds(300)
        counters.bound += 1
        return []
    }
}
