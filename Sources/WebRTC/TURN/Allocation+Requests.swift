import STUN
package import Timing
package import Wire

// Requests to the server.
extension Allocation {
    /// UDP, by its protocol number.
    private static let udp: UInt8 = 17

    /// Sends a request, signed when the server has said how.
    mutating func request(_ purpose: Transaction.Purpose, returns: Int = 0, now: Instant) {
        var message = STUNMessage(
            .request, method(of: purpose), transaction: .random(using: &random), attributes: attributes(of: purpose))
        if let challenge {
            message.attributes += [
                .username(credentials.username), .realm(challenge.realm), .nonce(challenge.nonce),
            ]
        }
        let transaction = Transaction(
            id: message.transaction, purpose: purpose, payload: message.serialized(key: challenge?.key),
            key: challenge?.key, returns: returns,
            retransmission: Retransmission(isStream ? timings.stream : timings.datagrams, now: now))
        transactions.append(transaction)
        transmit(transaction.payload)
    }

    private func method(of purpose: Transaction.Purpose) -> UInt16 {
        switch purpose {
        case .allocate: STUNMethod.allocate
        case .refresh, .release: STUNMethod.refresh
        case .permission: STUNMethod.createPermission
        case .channel: STUNMethod.channelBind
        }
    }

    private func attributes(of purpose: Transaction.Purpose) -> [STUNAttribute] {
        let lifetime = UInt32(clamping: timings.lifetime.components.seconds)
        switch purpose {
        case .allocate:
            let family: [STUNAttribute] = wantsIPv6 ? [.requestedAddressFamily(isIPv6: true)] : []
            return [.requestedTransport(Self.udp), .lifetime(lifetime)] + family
        case .refresh: return [.lifetime(lifetime)]
        case .release: return [.lifetime(0)]
        case .permission(let ip): return [.xorPeerAddress(TransportAddress(ip: ip, port: 0))]
        case .channel(let number, let peer): return [.channelNumber(number), .xorPeerAddress(peer)]
        }
    }

    /// Asks for leave to exchange datagrams with an address, unless that has been done.
    package mutating func permit(_ ip: IPAddress, now: Instant) {
        guard state == .allocated, permissions[ip] == nil else { return }
        guard permissions.count < Self.permissionLimit else {
            counters.dropped += 1
            return
        }
        permissions[ip] = Permission(now: now)
        request(.permission(ip), now: now)
    }

    /// Asks for a channel to a peer, unless it has one. Until the server confirms it, datagrams take the long way.
    package mutating func bind(_ peer: TransportAddress, now: Instant) {
        guard state == .allocated else { return }
        if let index = channels.firstIndex(where: { $0.peer == peer }) {
            channels[index].lastUsed = now
            guard !channels[index].isBound, !isAsking(for: peer) else { return }
            return request(.channel(channels[index].number, peer), now: now)
        }
        guard channels.count < Self.channelLimit else { return }
        let number = ChannelData.numbers.lowerBound + UInt16(channels.count)
        channels.append(Channel(number: number, peer: peer, lastUsed: now))
        request(.channel(number, peer), now: now)
    }

    private func isAsking(for peer: TransportAddress) -> Bool {
        transactions.contains { if case .channel(_, peer) = $0.purpose { true } else { false } }
    }

    /// Asks the server whether it still knows the allocation, because a path through it has fallen silent.
    package mutating func probe(now: Instant) {
        guard state == .allocated, !transactions.contains(where: { $0.purpose == .refresh }) else { return }
        request(.refresh, now: now)
    }
}
