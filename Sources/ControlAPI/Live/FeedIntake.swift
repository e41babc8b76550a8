package import Supervision

/// Takes what clients ask for in a feed, by the same path as over HTTP.
package protocol FeedIntake: Sendable {
    /// A command or typed words. What becomes of it is told by `command` events; `nil`, or why it was not taken.
    func take(_ wish: FeedWish) async -> FeedWish.Refusal?

    /// The holder of a session's lease is still there.
    func renewLease(of session: String, by principal: Principal) async

    /// The last feed of the holder of a session's lease is gone.
    func holderLost(of session: String, _ principal: Principal) async
}
