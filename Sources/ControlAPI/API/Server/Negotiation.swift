import HTTPTypes
import HummingbirdCore
import Live
import NIOCore
import NIOHTTPTypes

/// A connection whose first request has not been read yet.
struct Negotiation: ServerChildChannelValue {
    /// What the first request asked for.
    enum Outcome: Sendable {
        case http(NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>)
        case feed(FeedSocket)
    }

    let channel: any Channel
    let outcome: EventLoopFuture<Outcome>
}
