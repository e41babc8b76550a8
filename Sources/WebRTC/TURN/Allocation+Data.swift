import STUN
package import Timing
package import Wire

// Datagrams for peers and from peers.
extension Allocation {
    /// A datagram for a peer, as it goes to the server. `nil` when it has to wait for the peer's permission, which is asked
    /// for, or cannot be sent at all.
    package mutating func wrap(_ payload: [UInt8], for peer: TransportAddress, now: Instant) -> Datagram? {
        guard state == .allocated else {
            counters.dropped += 1
            return nil
        }
        permit(peer.ip, now: now)
        permissions[peer.ip]?.lastUsed = now
        switch permissions[peer.ip]?.state {
        case .granted: return envelope(payload, for: peer, now: now)
        case .asked:
            let gaveWay = permissions[peer.ip]?.hold(RelayedDatagram(peer: peer, payload: payload)) ?? false
            if gaveWay { counters.dropped += 1 }
        case .refused, nil: counters.dropped += 1
        }
        return nil
    }

    /// On a channel, or in a Send indication (RFC 8656, sections 11 and 12).
    mutating func envelope(_ payload: [UInt8], for peer: TransportAddress, now: Instant) -> Datagram {
        if let index = channels.firstIndex(where: { $0.peer == peer }) {
            channels[index].lastUsed = now
            if channels[index].isBound {
                let data = ChannelData(number: channels[index].number, payload: payload)
                return datagram(data.serialized(padded: isStream))
            }
        }
        let message = STUNMessage(
            .indication, STUNMethod.send, transaction: .random(using: &random),
            attributes: [.xorPeerAddress(peer), .data(payload)])
        return datagram(message.serialized())
    }

    /// Takes what the server sent. Returns what it holds of a peer.
    package mutating func handle(_ payload: [UInt8], now: Instant) -> RelayedDatagram? {
        if let data = ChannelData(parsing: payload) { return receive(data) }
        guard let message = STUNMessage(parsing: payload) else {
            counters.discarded += 1
            return nil
        }
        switch message.type {
        case .indication: return receive(indication: message)
        case .success, .error: receive(response: message, now: now)
        case .request: counters.discarded += 1
        }
        return nil
    }

    private mutating func receive(_ data: ChannelData) -> RelayedDatagram? {
        guard let channel = channels.first(where: { $0.number == data.number }) else {
            counters.dropped += 1
            return nil
        }
        return RelayedDatagram(peer: channel.peer, payload: data.payload)
    }

    private mutating func receive(indication: STUNMessage) -> RelayedDatagram? {
        guard indication.method == STUNMethod.data, let peer = indication.xorPeerAddress, let data = indication.data,
            permissions[peer.ip] != nil
        else {
            counters.dropped += 1
            return nil
        }
        return RelayedDatagram(peer: peer, payload: data)
    }
}
