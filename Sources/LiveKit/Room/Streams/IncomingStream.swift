import Contract
import FoundationEssentials
import Timing

/// A text or byte stream while it arrives.
struct IncomingStream: Sendable {
    /// What its bytes are.
    enum Content: Hashable, Sendable {
        case text(isEdit: Bool, isGenerated: Bool)
        case bytes(name: String)
    }

    var info: StreamInfo
    let content: Content
    private(set) var bytes: [UInt8] = []
    private(set) var nextChunk: UInt64 = 0
    private(set) var lastHeard: Instant
    /// How much of a text was told in pieces.
    private var told = 0

    /// `nil` for a header that begins neither text nor bytes, or removes a text or reacts to it.
    init?(_ header: Livekit_DataStream.Header, in packet: Livekit_DataPacket, now: Instant) {
        switch header.contentHeader {
        case .textHeader(let text) where text.operationType == .create || text.operationType == .update:
            content = .text(isEdit: text.operationType == .update, isGenerated: text.generated)
        case .byteHeader(let file): content = .bytes(name: file.name)
        default: return nil
        }
        info = StreamInfo(header, in: packet)
        lastHeard = now
    }

    var isText: Bool { if case .text = content { true } else { false } }

    mutating func append(_ chunk: Data, now: Instant) {
        bytes.append(contentsOf: chunk)
        nextChunk += 1
        lastHeard = now
    }

    /// What can be read of a text since the last piece; a character cut in two waits for its rest.
    mutating func takePiece() -> TextPiece? {
        guard isText, info.topic != DataTopic.chat else { return nil }
        let end = max(told, bytes.wholeCharacters)
        guard end > told else { return nil }
        defer { told = end }
        return TextPiece(stream: info, text: String(decoding: bytes[told..<end], as: UTF8.self))
    }

    /// The stream as its reader gets it.
    var message: RoomEvent {
        switch content {
        case .bytes(let name): .bytes(ByteMessage(stream: info, name: name, bytes: bytes))
        case .text(let isEdit, let isGenerated) where info.topic == DataTopic.chat:
            .chat(
                ChatText(
                    id: info.id, participantIdentity: info.participantIdentity, text: text, timestamp: info.timestamp,
                    isEdit: isEdit, isGenerated: isGenerated))
        case .text: .text(TextMessage(stream: info, text: text))
        }
    }

    private var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension [UInt8] {
    /// Where the last whole character of UTF-8 ends.
    fileprivate var wholeCharacters: Int {
        for back in 1...3 where back <= count {
            let byte = self[count - back]
            guard byte & 0xC0 != 0x80 else { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > back ? count - back : count
        }
        return count
    }
}
