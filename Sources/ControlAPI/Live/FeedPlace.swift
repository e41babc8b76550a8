import Feeds

/// Where a feed begins in a session's log.
struct FeedPlace {
    /// After this number.
    let start: Int
    /// Whether the client goes on where it was.
    let isResumed: Bool
    /// Why it cannot.
    let resync: ServerFrame.Resync?

    /// `wanted`: after which number the client wants to go on; `nil`: it begins here.
    init(wanted: Int?, oldest: Int?, last: Int) {
        guard let wanted else {
            (start, isResumed, resync) = (last, false, nil)
            return
        }
        if wanted > last {
            (start, isResumed, resync) = (last, false, .ahead)
        } else if let oldest, wanted < oldest - 1 {
            (start, isResumed, resync) = (last, false, .expired)
        } else {
            (start, isResumed, resync) = (wanted, true, nil)
        }
    }
}
