import Contract
import SwiftProtobuf
import Timing

// What arrives on the data channels. Which channel it came by decides whether it was reliable: the packet's own word is
// not to be trusted.
extension Room {
    mutating func handleData(_ bytes: [UInt8], isReliable: Bool) {
        guard let packet = try? Livekit_DataPacket(serializedBytes: bytes) else {
            data.counters.malformed += 1
            return
        }
        guard isNew(packet, isReliable) else {
            data.counters.repeated += 1
            return
        }
        switch packet.value {
        case .user(let user): emit(.data(DataMessage(user, in: packet, isReliable: isReliable)))
        case .chatMessage(let chat): handleChat(chat, packet)
        case .sipDtmf(let tone):
            emit(.dtmf(DTMFTone(code: tone.code, digit: tone.digit, participantIdentity: packet.participantIdentity)))
        case .streamHeader(let header): take(data.incoming.begin(header, in: packet, now: now))
        case .streamChunk(let chunk): take(data.incoming.append(chunk, in: packet, now: now))
        case .streamTrailer(let trailer): take(data.incoming.end(trailer, in: packet))
        case .rpcRequest(let request): handle(request, packet)
        case .rpcAck(let ack): data.calls.acknowledge(ack.requestID, by: packet.participantIdentity)
        case .rpcResponse(let response): take(data.calls.answer(response, by: packet.participantIdentity))
        case .transcription, .encryptedPacket, nil: data.counters.ignore(field: packet.bodyField)
        }
    }

    private mutating func take(_ event: RoomEvent?) {
        if let event { emit(event) }
    }

    /// Reliable packets are numbered by their senders; what was seen before is dropped. The server's own have no number.
    private mutating func isNew(_ packet: Livekit_DataPacket, _ isReliable: Bool) -> Bool {
        guard isReliable, packet.sequence > 0, !packet.participantSid.isEmpty else { return true }
        return data.received.accept(packet.sequence, from: packet.participantSid, now: now)
    }

    private mutating func handleChat(_ chat: Livekit_ChatMessage, _ packet: Livekit_DataPacket) {
        guard !chat.deleted else { return }
        emit(
            .chat(
                ChatText(
                    id: chat.id, participantIdentity: packet.participantIdentity, text: chat.message,
                    timestamp: chat.timestamp, isEdit: chat.hasEditTimestamp, isGenerated: chat.generated)))
    }
}

extension DataMessage {
    init(_ user: Livekit_UserPacket, in packet: Livekit_DataPacket, isReliable: Bool) {
        self.init(
            participantIdentity: packet.participantIdentity, topic: user.topic, payload: [UInt8](user.payload),
            isReliable: isReliable)
    }
}
