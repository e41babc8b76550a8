import STUN
import Timing
import Wire

/// The pairs of one generation of credentials, best first, and which of them is checked next (RFC 8445, section 6.1.2).
struct CheckList: Sendable {
    private(set) var pairs: [CandidatePair] = []
    /// Pairs to check before their turn, oldest first (section 6.1.4.1).
    private var triggered: [ICEPath] = []
    /// A pair was chosen: ordinary checks have ended.
    private(set) var isConcluded = false

    /// Section 6.1.2.5. The pair with the lowest priority gives way.
    static let limit = 100

    subscript(index: Int) -> CandidatePair {
        get { pairs[index] }
        set { pairs[index] = newValue }
    }

    func index(on path: ICEPath) -> Int? {
        pairs.firstIndex { $0.path == path }
    }

    func index(of transaction: TransactionID) -> Int? {
        pairs.firstIndex { $0.check?.transaction == transaction }
    }

    /// Adds a pair unless it is there, or not worth its place.
    mutating func add(_ pair: CandidatePair, as role: ICERole) {
        guard index(on: pair.path) == nil else { return }
        let priority = pair.priority(as: role)
        let place = pairs.firstIndex { $0.priority(as: role) < priority } ?? pairs.endIndex
        guard place < Self.limit else { return }
        pairs.insert(pair, at: place)
        if pairs.count > Self.limit { pairs.removeLast() }
    }

    /// After a change of role or of a candidate's priority.
    mutating func sort(as role: ICERole) {
        pairs.sort { $0.priority(as: role) > $1.priority(as: role) }
    }

    /// Puts a pair in front of the ordinary ones.
    mutating func trigger(_ index: Int) {
        pairs[index].state = .waiting
        pairs[index].check = nil
        pairs[index].rested()
        let path = pairs[index].path
        if !triggered.contains(path) { triggered.append(path) }
    }

    /// The pair whose turn it is: triggered ones in their order, then the best that waits.
    func next() -> Int? {
        for path in triggered {
            if let index = index(on: path), pairs[index].state == .waiting { return index }
        }
        guard !isConcluded else { return nil }
        return pairs.firstIndex { $0.state == .waiting }
    }

    /// Notes that the check of this pair has left.
    mutating func start(_ index: Int, _ check: Check) {
        let path = pairs[index].path
        triggered.removeAll { $0 == path }
        pairs[index].check = check
        if pairs[index].state != .succeeded { pairs[index].state = .inProgress }
    }

    mutating func succeed(_ index: Int) {
        pairs[index].state = .succeeded
        pairs[index].check = nil
    }

    mutating func fail(_ index: Int) {
        pairs[index].state = .failed
        pairs[index].check = nil
        pairs[index].isWanted = false
    }

    /// One more round for what has failed, as long as there is patience.
    mutating func retryFailed() {
        for index in pairs.indices where pairs[index].state == .failed && pairs[index].restsUntil == nil {
            pairs[index].state = .waiting
        }
    }

    /// The connection of this pair is gone: it has failed, and is tried again after a rest.
    mutating func streamEnded(_ index: Int, now: Instant) {
        fail(index)
        pairs[index].streamEnded(now: now)
    }

    /// Ends the rests that are over.
    mutating func wake(now: Instant) {
        guard !isConcluded else { return }
        for index in pairs.indices where pairs[index].restsUntil.map({ $0 <= now }) == true {
            pairs[index].rested()
            if pairs[index].state == .failed { pairs[index].state = .waiting }
        }
    }

    /// The path in use is in doubt: everything is checked again.
    mutating func reopen() {
        isConcluded = false
        for index in pairs.indices where pairs[index].restsUntil == nil {
            pairs[index].state = .waiting
            pairs[index].check = nil
        }
    }

    mutating func remove(where isUnwanted: (CandidatePair) -> Bool) {
        pairs.removeAll(where: isUnwanted)
    }

    /// A pair was selected: nothing else is checked unless the other end asks for it.
    mutating func conclude() {
        isConcluded = true
        triggered = []
        for index in pairs.indices where pairs[index].isOpen {
            pairs[index].state = .waiting
            pairs[index].check = nil
        }
    }

    /// Another generation begins.
    mutating func removeAll() {
        self = CheckList()
    }

    /// When the next check is due to be sent again or given up, or the next rest is over.
    var nextDeadline: Instant? {
        let checks = pairs.lazy.compactMap { $0.check?.deadline }.min()
        let rests = isConcluded ? nil : pairs.lazy.compactMap(\.restsUntil).min()
        return [checks, rests].compactMap(\.self).min()
    }
}
