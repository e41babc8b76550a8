import STUN
import Timing
import Wire

/// One connectivity check on its way: a request, sent again and again until it is answered or given up.
struct Check: Sendable {
    let transaction: TransactionID
    /// The request, ready to be sent again.
    let payload: [UInt8]
    /// Carries USE-CANDIDATE.
    let nominates: Bool
    /// The role it announced, which decides what a role conflict means.
    let role: ICERole
    private(set) var sent: Int
    private(set) var lastSent: Instant
    /// When it is sent again or has failed.
    private(set) var deadline: Instant
    private var wait: Duration

    init(_ request: STUNMessage, key: [UInt8], role: ICERole, sentAt now: Instant, wait: Duration) {
        transaction = request.transaction
        payload = request.serialized(key: key)
        nominates = request.nominates
        self.role = role
        sent = 1
        lastSent = now
        self.wait = wait
        deadline = now + wait
    }

    /// Notes that it was sent again, and doubles the wait.
    mutating func resent(now: Instant, longest: Duration) {
        sent += 1
        lastSent = now
        wait = min(wait * 2, longest)
        deadline = now + wait
    }

    /// Makes it due: the other end has just proved that it is there.
    mutating func hasten(now: Instant, wait: Duration) {
        guard now - lastSent >= wait / 2 else { return }
        self.wait = wait / 2
        sent = 1
        deadline = now
    }
}
