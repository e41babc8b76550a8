/// How many feeds there are.
package struct FeedCensus: Hashable, Sendable {
    package let sockets: Int
    package let streams: Int
    /// Sessions and workspaces that they watch.
    package let subscriptions: Int

    package init(sockets: Int, streams: Int, subscriptions: Int) {
        self.sockets = sockets
        self.streams = streams
        self.subscriptions = subscriptions
    }
}
