import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTPTypes
import NIOWebSocket

/// A connection whose first request has not been read yet.
struct Negotiation: ServerChildChannelValue {
    /// What the first request asked for.
    enum Outcome: Sendable {
        case http(NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>)
        case feed(FeedSource, FeedConnection.Socket)
    }

    let channel: any Channel
    let outcome: EventLoopFuture<Outcome>
}
