import Contract
import DequeModule
import Peer
import SwiftProtobuf

// Data packets: stamped with their sender, never echoed, numbered packets never delivered twice.
extension Switchboard {
    mutating func relay(_ bytes: [UInt8], from guest: Guest, isReliable: Bool) {
        guard guest.info.permission.canPublishData,
            var packet = try? Livekit_DataPacket(serializedBytes: bytes)
        else { return }
        if isReliable, packet.sequence > 0 {
            guard packet.sequence > guest.lastSequence else { return }
            guest.lastSequence = packet.sequence
        }
        packet.kind = isReliable ? .reliable : .lossy
        packet.participantSid = guest.sid
        if !(guest.isAgent && packet.speaksForOthers) { packet.participantIdentity = guest.identity }
        if case .user? = packet.value {
            packet.user.participantSid = guest.sid
            packet.user.participantIdentity = guest.identity
            if packet.destinationIdentities.isEmpty { packet.destinationIdentities = packet.user.destinationIdentities }
        }
        deliver(packet, in: guest.roomName, except: guest.sid)
    }

    /// Sends a packet to whom it names, or to everybody.
    mutating func deliver(_ packet: Livekit_DataPacket, in room: String, except sid: String? = nil) {
        guard let bytes: [UInt8] = try? packet.serializedBytes() else { return }
        let names = Set(packet.destinationIdentities)
        for listener in everyone(in: room, except: sid) where names.isEmpty || names.contains(listener.identity) {
            let isReliable = packet.kind == .reliable
            if isReliable, packet.sequence > 0 {
                listener.recentData.append(
                    RecentData.Packet(publisherSID: packet.participantSid, sequence: packet.sequence, bytes: bytes))
            }
            deliver(bytes, isReliable: isReliable, to: listener)
        }
    }

    /// Reliable packets wait for a guest that cannot take them yet; lossy ones do not.
    mutating func deliver(_ bytes: [UInt8], isReliable: Bool, to listener: Guest) {
        listener.downlink.isDirty = true
        guard isReliable else {
            try? listener.downlink.peer.send(bytes, on: DataLabel.lossy, now: now)
            return
        }
        listener.waitingData.append(bytes)
        flushData(of: listener)
    }

    /// Sends what waits, as far as the guest takes it. One that reads too slowly is let go: nothing is lost in silence.
    mutating func flushData(of guest: Guest) {
        guard guest.downlink.peer.isOpen(DataLabel.reliable) else { return guest.waitingData.shorten() }
        while let packet = guest.waitingData.first {
            do {
                try guest.downlink.peer.send(packet, on: DataLabel.reliable, now: now)
                guest.waitingData.removeFirst()
            } catch {
                break
            }
        }
        guard guest.waitingData.isOverfull else { return }
        outbox.append(.fault("\(guest.sid) does not read the data it is sent"))
        evict(guest, reason: .stateMismatch, action: .reconnect)
    }
}

extension Switchboard {
    /// Sends a guest that came back what it has not seen of what it was sent lately; numbers tell it what is new.
    mutating func replay(_ states: [Livekit_DataChannelReceiveState], to guest: Guest) {
        let seen = Dictionary(states.map { ($0.publisherSid, $0.lastSeq) }) { max($0, $1) }
        for packet in guest.recentData.packets {
            guard let last = seen[packet.publisherSID], packet.sequence > last else { continue }
            deliver(packet.bytes, isReliable: true, to: guest)
        }
    }
}

extension Livekit_DataPacket {
    /// Chat and the header of a text stream may be sent by an agent in another participant's name; the rest of a stream is
    /// stamped with the agent's, as LiveKit's server does.
    fileprivate var speaksForOthers: Bool {
        guard !participantIdentity.isEmpty else { return false }
        switch value {
        case .chatMessage, .streamHeader, .transcription: return true
        default: return false
        }
    }
}
