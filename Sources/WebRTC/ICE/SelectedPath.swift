import STUN
import Timing
import Wire

/// The path in use, and the consent to use it (RFC 7675).
struct SelectedPath: Sendable {
    let path: ICEPath
    /// What a consent check is signed with. They outlive a restart, until a new path is selected.
    let localCredentials: ICECredentials
    /// `nil` at a lite end that was never told them.
    let remoteCredentials: ICECredentials?
    /// Of the pair, to compare it with one that is nominated later.
    let priority: UInt64
    /// When the other end was last heard: an answer to a consent check, or a check of its own.
    private(set) var lastHeard: Instant
    /// When consent ends, unless it is renewed.
    private(set) var expiry: Instant
    /// When consent is asked for again.
    private(set) var nextRequest: Instant
    private var lastRequest: Instant
    /// The latest consent checks, newest last; older ones are not worth an answer.
    private var outstanding: [(transaction: TransactionID, role: ICERole)] = []

    private static let outstandingLimit = 8

    init(
        _ path: ICEPath, localCredentials: ICECredentials, remoteCredentials: ICECredentials?, priority: UInt64,
        selectedAt now: Instant, expiry: Duration, interval: Duration
    ) {
        self.path = path
        self.localCredentials = localCredentials
        self.remoteCredentials = remoteCredentials
        self.priority = priority
        lastHeard = now
        self.expiry = now + expiry
        lastRequest = now
        nextRequest = now + interval
    }

    /// Consent checks since the last answer.
    var unanswered: Int { outstanding.count }

    /// Notes a consent check, the role it announced, and how long an answer is waited for.
    mutating func asked(_ transaction: TransactionID, as role: ICERole, now: Instant, retry: Duration) {
        outstanding.append((transaction, role))
        if outstanding.count > Self.outstandingLimit { outstanding.removeFirst() }
        lastRequest = now
        nextRequest = now + retry
    }

    /// `nil` when no such check is outstanding.
    func roleAsking(_ transaction: TransactionID) -> ICERole? {
        outstanding.first { $0.transaction == transaction }?.role
    }

    /// An authenticated answer renews consent. The interval counts from the request.
    mutating func answered(now: Instant, expiry: Duration, interval: Duration) {
        outstanding = []
        lastHeard = now
        nextRequest = lastRequest + interval
        self.expiry = now + expiry
    }

    /// An authenticated request proves that the other end is there. To a lite end, which asks for nothing, it is consent.
    mutating func heard(now: Instant, renewing expiry: Duration?) {
        lastHeard = now
        if let expiry { self.expiry = now + expiry }
    }
}
