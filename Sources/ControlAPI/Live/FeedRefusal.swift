/// Why nobody is let into a feed.
package enum FeedRefusal: Error, Hashable, Sendable {
    /// No proof, or none that holds: 4401, over HTTP 401.
    case unauthenticated
    /// Known, but not for feeds: 4403, over HTTP 403.
    case forbidden
}
