import Conversation
import Document
import NIOCore
import NIOWebSocket

extension FeedConnection {
    /// Handles frames until the client leaves or its connection ends.
    ///
    /// Returns what to tell the client; `nil` when it has been told already or cannot be told any more.
    func receive(_ inbound: Inbound, _ outbound: Outbound) async -> FeedEnding? {
        var isTrusted = true
        do {
            for try await frame in inbound {
                heard.mark()
                if frame.opcode == .connectionClose { return isTrusted ? .left : nil }
                guard isTrusted else { continue }
                if let violation = try await handle(frame, outbound) {
                    violations.continuation.yield(violation)
                    isTrusted = false
                }
            }
        } catch is NIOWebSocketFrameAggregator.Error {
            return .tooLarge
        } catch {
            // The connection broke, or carried what is no WebSocket: the decoder has answered that already.
        }
        return nil
    }

    /// Answers one frame; returns the rule it breaks, if it breaks one.
    private func handle(_ frame: WebSocketFrame, _ outbound: Outbound) async throws -> FeedEnding? {
        switch frame.opcode {
        case .text:
            guard let reply = Self.reply(to: String(buffer: frame.unmaskedData)) else { return .badFrame }
            if !reply.isEmpty { try await write(reply, outbound) }
        case .binary: return .notText
        case .ping: try await write(WebSocketFrame(fin: true, opcode: .pong, data: frame.unmaskedData), outbound)
        default: break
        }
        return nil
    }

    /// The answer to a text frame: empty for what needs none (unknown types are ignored), `nil` for what is no frame.
    static func reply(to text: String) -> String? {
        guard let frame = try? JSON(parsing: text), case .object = frame else { return nil }
        return frame["type"]?.string == "ping" ? #"{"type":"pong"}"# : ""
    }
}
