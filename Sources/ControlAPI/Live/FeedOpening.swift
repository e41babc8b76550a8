package import Feeds
import FoundationEssentials

/// What a client asks for when it opens a feed: the request's target and headers.
package struct FeedOpening: Hashable, Sendable {
    /// What is to be seen.
    package enum Source: Hashable, Sendable {
        case session(String)
        /// Every session of the workspace that the client may see.
        case workspace
    }

    /// How it is carried.
    package enum Carrier: Hashable, Sendable {
        case socket, events
    }

    package let source: Source
    package let carrier: Carrier
    package let profile: FeedProfile
    /// After which event to go on; `nil`: what happens from now on.
    package let after: String?
    package let request: FeedRequest

    /// A WebSocket; `nil` for a path that is no feed. `protocols`: the values of `Sec-WebSocket-Protocol`.
    package init?(target: String, protocols: [String], authorization: String?, address: String?) {
        let target = FeedTarget(target)
        guard let source = target.source else { return nil }
        self.source = source
        carrier = .socket
        let offered = protocols.flatMap { list in
            list.split(separator: ",").map { name in String(name.filter { $0 != " " && $0 != "\t" }) }
        }
        profile = FeedProfile(offered: offered)
        after = target.query["after_seq"] ?? target.query["after"]
        request = FeedRequest(
            resource: target.path, authorization: authorization, ticket: target.query["ticket"], address: address)
    }

    /// Server-sent events.
    package init(_ source: Source, after: String?, _ request: FeedRequest) {
        self.source = source
        carrier = .events
        profile = .extended
        self.after = after
        self.request = request
    }

    /// The one session; `nil` for a workspace.
    package var session: String? {
        guard case .session(let id) = source else { return nil }
        return id
    }
}
