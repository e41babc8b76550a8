import NIOCore
import NIOWebSocket

extension WebSocketFrame {
    init(text: String) {
        self.init(fin: true, opcode: .text, data: ByteBuffer(string: text))
    }

    /// A close frame with the ending's code and reason (RFC 6455 §5.5.1).
    init(closing ending: FeedEnding) {
        let (code, reason) = ending.close
        var data = ByteBuffer()
        data.write(webSocketErrorCode: WebSocketErrorCode(codeNumber: Int(code)))
        data.writeString(reason)
        self.init(fin: true, opcode: .connectionClose, data: data)
    }
}
