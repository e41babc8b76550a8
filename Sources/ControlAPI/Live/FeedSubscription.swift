import Feeds

/// One session in a connection: where the client is in its log, and what it wants of it.
struct FeedSubscription {
    var cursor: FeedCursor
    var filter: FeedFilter
    /// The last number that was written, or deliberately left out before it.
    var written: Int

    private let profile: FeedProfile

    init(after sequence: Int, _ filter: FeedFilter, _ profile: FeedProfile) {
        cursor = FeedCursor(after: sequence)
        self.filter = filter
        written = sequence
        self.profile = profile
    }

    /// Whether the client gets every event, so that a number that is missing was replaced by a newer frame.
    var isWhole: Bool { profile == .extended && filter.types == nil && !filter.isForCaller }
}
