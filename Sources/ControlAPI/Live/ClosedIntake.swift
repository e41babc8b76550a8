package import Supervision

/// Takes nothing: for feeds that are only watched.
package struct ClosedIntake: FeedIntake {
    package init() {}

    package func take(_ wish: FeedWish) -> FeedWish.Refusal? {
        FeedWish.Refusal(code: "forbidden", detail: "Commands are not taken in this feed.")
    }

    package func renewLease(of session: String, by principal: Principal) {}
    package func holderLost(of session: String, _ principal: Principal) {}
}
