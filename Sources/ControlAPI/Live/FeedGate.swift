/// Knows who opens a feed, and whether they may stay.
package protocol FeedGate: Sendable {
    /// Who shows this ticket or this token. A ticket is used up by it.
    func admit(_ request: FeedRequest) async throws(FeedRefusal) -> FeedPass

    /// A new token of the same principal, shown in the feed (`auth`).
    func renew(_ pass: FeedPass, with token: String) async throws(FeedRefusal) -> FeedPass

    /// Whether the pass still holds: nobody signed out, was revoked or changed roles. Asked every two seconds; answered from memory.
    func stands(_ pass: FeedPass) async -> Bool
}
