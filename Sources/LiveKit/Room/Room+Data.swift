import Contract
import FoundationEssentials
package import Peer
import SwiftProtobuf
package import Timing

// Data packets and text streams.
extension Room {
    /// The largest text piece of one chunk, in bytes, as LiveKit's own clients cut it.
    private static let chunkSize = 15_000
    /// Streams being received at once, over all senders; more are ignored.
    private static let streamLimit = 256
    /// The longest text kept of one stream, in bytes.
    private static let textLimit = 1 << 20

    /// Sends a user packet to everybody, or to the named identities.
    package mutating func send(_ message: OutgoingData, now instant: Instant) throws(PeerError) {
        now = max(now, instant)
        var packet = Livekit_DataPacket()
        packet.destinationIdentities = message.destinations
        packet.user.payload = Data(message.payload)
        if !message.topic.isEmpty { packet.user.topic = message.topic }
        try send(packet, on: message.isReliable ? Self.reliable : Self.lossy)
    }

    /// Sends a whole text as a stream: header, chunks, trailer (LiveKit's data streams, first version).
    package mutating func send(_ text: OutgoingText, now instant: Instant) throws(PeerError) {
        now = max(now, instant)
        let streamID = String(random.next() as UInt64, radix: 36) + String(random.next() as UInt64, radix: 36)
        var header = Livekit_DataPacket()
        header.streamHeader.streamID = streamID
        header.streamHeader.topic = text.topic
        header.streamHeader.mimeType = "text/plain"
        header.streamHeader.timestamp = text.timestamp
        header.streamHeader.totalLength = UInt64(text.text.utf8.count)
        header.streamHeader.attributes = text.attributes
        header.streamHeader.textHeader = .init()
        var packets = [header]
        for (index, piece) in text.text.pieces(ofUTF8: Self.chunkSize).enumerated() {
            var chunk = Livekit_DataPacket()
            chunk.streamChunk.streamID = streamID
            chunk.streamChunk.chunkIndex = UInt64(index)
            chunk.streamChunk.content = Data(piece.utf8)
            packets.append(chunk)
        }
        var trailer = Livekit_DataPacket()
        trailer.streamTrailer.streamID = streamID
        packets.append(trailer)
        for var packet in packets {
            if let sender = text.onBehalfOf { packet.participantIdentity = sender }
            packet.destinationIdentities = text.destinations
            try send(packet, on: Self.reliable)
        }
    }

    private mutating func send(_ packet: Livekit_DataPacket, on label: String) throws(PeerError) {
        guard phase == .connected, peer != nil else { throw .notConnected }
        var packet = packet
        if label == Self.reliable {
            packet.sequence = nextSequence
            nextSequence += 1
        } else {
            packet.kind = .lossy
        }
        guard let bytes: [UInt8] = try? packet.serializedBytes() else { return }
        try peer?.send(bytes, on: label, now: now)
    }

    mutating func handleData(_ bytes: [UInt8], isReliable: Bool) {
        guard let packet = try? Livekit_DataPacket(serializedBytes: bytes), isNew(packet, isReliable) else { return }
        switch packet.value {
        case .user(let user):
            emit(
                .data(
                    DataMessage(
                        participantIdentity: packet.participantIdentity, topic: user.topic,
                        payload: [UInt8](user.payload), isReliable: isReliable)))
        case .streamHeader(let header): beginText(header, packet)
        case .streamChunk(let chunk): continueText(chunk, packet)
        case .streamTrailer(let trailer): endText(trailer, packet)
        default: break
        }
    }

    /// Reliable packets are numbered per sender; what was seen before is dropped.
    private mutating func isNew(_ packet: Livekit_DataPacket, _ isReliable: Bool) -> Bool {
        guard isReliable, packet.sequence > 0, !packet.participantSid.isEmpty else { return true }
        if let last = lastSequence[packet.participantSid], packet.sequence <= last { return false }
        lastSequence[packet.participantSid] = packet.sequence
        return true
    }

    /// A stream is known by its true sender: an agent that speaks for someone else is named in the header only.
    private static func key(_ stream: String, _ packet: Livekit_DataPacket) -> String {
        "\(packet.participantSid)\n\(stream)"
    }

    static func isKey(_ key: String, of sid: String) -> Bool { key.hasPrefix("\(sid)\n") }

    private mutating func beginText(_ header: Livekit_DataStream.Header, _ packet: Livekit_DataPacket) {
        guard case .textHeader? = header.contentHeader, textStreams.count < Self.streamLimit else { return }
        textStreams[Self.key(header.streamID, packet)] = PartialText(
            streamID: header.streamID, topic: header.topic, sender: packet.participantIdentity,
            attributes: header.attributes)
    }

    private mutating func continueText(_ chunk: Livekit_DataStream.Chunk, _ packet: Livekit_DataPacket) {
        let key = Self.key(chunk.streamID, packet)
        guard var text = textStreams[key] else { return }
        guard chunk.chunkIndex == text.nextChunk, text.bytes.count + chunk.content.count <= Self.textLimit else {
            textStreams[key] = nil
            return
        }
        text.append(chunk.content)
        textStreams[key] = text
        emit(.text(text.message(isFinal: false)))
    }

    private mutating func endText(_ trailer: Livekit_DataStream.Trailer, _ packet: Livekit_DataPacket) {
        guard var text = textStreams.removeValue(forKey: Self.key(trailer.streamID, packet)) else { return }
        guard trailer.reason.isEmpty else { return }
        text.attributes.merge(trailer.attributes) { _, new in new }
        emit(.text(text.message(isFinal: true)))
    }
}
