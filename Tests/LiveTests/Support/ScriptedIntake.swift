import Live
import Supervision
import Synchronization

/// Writes down what it is asked for; refuses words that say so.
final class ScriptedIntake: FeedIntake {
    struct Record {
        var wishes: [FeedWish] = []
        var renewals: [String] = []
        var losses: [String] = []
    }

    private let state = Mutex(Record())

    var record: Record { state.withLock { $0 } }

    func take(_ wish: FeedWish) -> FeedWish.Refusal? {
        state.withLock { $0.wishes.append(wish) }
        return wish.kind == .chat("refuse") ? FeedWish.Refusal(code: "rate-limited", detail: "Later.") : nil
    }

    func renewLease(of session: String, by principal: Principal) {
        state.withLock { $0.renewals.append("\(session) \(principal.id)") }
    }

    func holderLost(of session: String, _ principal: Principal) {
        state.withLock { $0.losses.append("\(session) \(principal.id)") }
    }
}
