/// How many feeds one principal may have at once (control API §7).
package struct FeedQuota: Hashable, Sendable {
    package var sockets = 20
    package var streams = 9
    /// Sessions that one connection may be subscribed to.
    package var subscriptions = 256

    package init() {}
}
