import Contract
import Room
import SwiftProtobuf
import Timing

// Data, by kind.
extension RoomStage {
    /// Every packet that reached the server on one of the channels.
    func sent(on label: String = "_reliable") -> [Livekit_DataPacket] {
        messages.filter { $0.label == label }.compactMap { try? Livekit_DataPacket(serializedBytes: $0.bytes) }
    }

    /// What the room's owner does with data; then a moment passes.
    func act(_ body: (inout Room, Instant) throws -> Void) rethrows {
        try body(&room, now)
        run(for: .milliseconds(200))
    }

    var data: [DataMessage] {
        events.compactMap { if case .data(let message) = $0 { message } else { nil } }
    }

    var pieces: [String] {
        events.compactMap { if case .textGrew(let piece) = $0 { piece.text } else { nil } }
    }

    var texts: [TextMessage] {
        events.compactMap { if case .text(let message) = $0 { message } else { nil } }
    }

    var files: [ByteMessage] {
        events.compactMap { if case .bytes(let message) = $0 { message } else { nil } }
    }

    var failures: [StreamFailure.Reason] {
        events.compactMap { if case .streamFailed(let failure) = $0 { failure.reason } else { nil } }
    }

    var chats: [ChatText] {
        events.compactMap { if case .chat(let chat) = $0 { chat } else { nil } }
    }

    var calls: [RPCRequest] {
        events.compactMap { if case .rpcRequested(let request) = $0 { request } else { nil } }
    }

    /// How calls of ours ended: the payload, or the error's code.
    var callResults: [Result<String, RPCError>] {
        events.compactMap { if case .rpcAnswered(_, let result) = $0 { result } else { nil } }
    }
}
