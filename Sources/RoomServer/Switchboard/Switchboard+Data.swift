import Contract
import Peer
import SwiftProtobuf

// Data packets: stamped with their sender, never echoed, numbered packets never delivered twice.
extension Switchboard {
    private static let waitingLimit = 200

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
            deliver(bytes, isReliable: packet.kind == .reliable, to: listener)
        }
    }

    /// Reliable packets wait for a guest that is still connecting; lossy ones do not.
    private func deliver(_ bytes: [UInt8], isReliable: Bool, to listener: Guest) {
        let label = isReliable ? DataLabel.reliable : DataLabel.lossy
        listener.isDirty = true
        if listener.peer.isOpen(label) {
            try? listener.peer.send(bytes, on: label, now: now)
        } else if isReliable {
            if listener.waitingData.count == Self.waitingLimit { listener.waitingData.removeFirst() }
            listener.waitingData.append(bytes)
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
