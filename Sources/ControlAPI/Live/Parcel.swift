import Feeds
import NIOCore

/// Something on its way to one client.
struct Parcel: Sendable {
    enum Content: Sendable {
        /// A text frame; over SSE the bytes of an event.
        case text(ByteBuffer)
        /// A ping of RFC 6455, and what answers one.
        case ping
        case pong(ByteBuffer)
    }

    let content: Content
    /// The event it carries; `nil` for what is none.
    var place: (session: String, sequence: Int)?

    init(_ content: Content, place: (session: String, sequence: Int)? = nil) {
        self.content = content
        self.place = place
    }

    var length: Int {
        switch content {
        case .text(let bytes), .pong(let bytes): bytes.readableBytes
        case .ping: 0
        }
    }
}
