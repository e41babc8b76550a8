import STUN
import Timing
import Wire

// Datagrams to peers and from peers.
extension SimulatedTURNServer {
    mutating func relayIndication(_ message: STUNMessage, from datagram: Datagram, now: Instant) -> [Datagram] {
        guard message.method == STUNMethod.send, let peer = message.xorPeerAddress, let data = message.data,
            let allocation = allocations[datagram.remote], allocation.permits(peer.ip, now: now)
        else { return refuse() }
        counters.inIndications += 1
        return [Datagram(local: allocation.relayed, remote: peer, payload: data)]
    }

    mutating func relayChannelData(_ datagram: Datagram, now: Instant) -> [Datagram] {
        let bytes = datagram.payload
        guard bytes.count >= 4, let allocation = allocations[datagram.remote] else { return refuse() }
        let number = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
        let length = Int(bytes[2]) << 8 | Int(bytes[3])
        guard let channel = allocation.channels[number], channel.expiry > now, bytes.count >= 4 + length,
            allocation.permits(channel.peer.ip, now: now), datagram.transport == .udp || bytes.count % 4 == 0
        else { return refuse() }
        counters.onChannels += 1
        return [
            Datagram(local: allocation.relayed, remote: channel.peer, payload: Array(bytes[4..<(4 + length)]))
        ]
    }

    mutating func relayFromPeer(_ datagram: Datagram, now: Instant) -> [Datagram] {
        guard datagram.transport == .udp,
            let allocation = allocations.values.first(where: { $0.relayed == datagram.local }),
            allocation.permits(datagram.remote.ip, now: now)
        else { return refuse() }
        let payload =
            allocation.channel(to: datagram.remote, now: now).map { channelData($0, datagram.payload, allocation) }
            ?? STUNMessage(
                .indication, STUNMethod.data, transaction: TransactionID(high: 0, low: 0),
                attributes: [.xorPeerAddress(datagram.remote), .data(datagram.payload)]
            ).serialized()
        return [
            Datagram(local: address, remote: allocation.client, transport: allocation.transport, payload: payload)
        ]
    }

    private func channelData(_ number: UInt16, _ payload: [UInt8], _ allocation: SimulatedAllocation) -> [UInt8] {
        var writer = ByteWriter(capacity: payload.count + 7)
        writer.write(number)
        writer.write(UInt16(truncatingIfNeeded: payload.count))
        writer.write(payload)
        if allocation.transport != .udp { writer.pad(to: 4) }
        return writer.bytes
    }

    private mutating func refuse() -> [Datagram] {
        counters.refused += 1
        return []
    }
}
