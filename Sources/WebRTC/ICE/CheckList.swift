import STUN
import Timing
import Wire

/// The pairs of one generation of credentials, best first, and which of them is checked next (RFC 8445, section 6.1.2).
struct CheckList: Sendable {
    private(set) var pairs: [CandidatePair] = []
    /// Pairs to check before their turn, oldest first, by their addresses (section 6.1.4.1).
    private var triggered: [Key] = []
    /// A pair was chosen: ordinary checks have ended.
    private(set) var isConcluded = false

    /// Section 6.1.2.5. The pair with the lowest priority gives way.
    static let limit = 100

    struct Key: Hashable, Sendable {
        var local: TransportAddress
        var remote: TransportAddress
    }

    subscript(index: Int) -> CandidatePair {
        get { pairs[index] }
        set { pairs[index] = newValue }
    }

    func index(local: TransportAddress, remote: TransportAddress) -> Int? {
        pairs.firstIndex { $0.local.address == local && $0.remote.address == remote }
    }

    func index(of transaction: TransactionID) -> Int? {
        pairs.firstIndex { $0.check?.transaction == transaction }
    }

    /// Adds a pair unless it is there, or not worth its place.
    mutating func add(_ pair: CandidatePair, as role: ICERole) {
        guard index(local: pair.local.address, remote: pair.remote.address) == nil else { return }
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
        let key = Key(local: pairs[index].local.address, remote: pairs[index].remote.address)
        if !triggered.contains(key) { triggered.append(key) }
    }

    /// The pair whose turn it is: triggered ones in their order, then the best that waits.
    func next() -> Int? {
        for key in triggered {
            if let index = index(local: key.local, remote: key.remote), pairs[index].state == .waiting { return index }
        }
        guard !isConcluded else { return nil }
        return pairs.firstIndex { $0.state == .waiting }
    }

    /// Notes that the check of this pair has left.
    mutating func start(_ index: Int, _ check: Check) {
        let path = pairs[index].path
        triggered.removeAll { $0.local == path.local && $0.remote == path.remote }
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
        for index in pairs.indices where pairs[index].state == .failed { pairs[index].state = .waiting }
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

    /// When the next check is due to be sent again or given up.
    var nextDeadline: Instant? { pairs.lazy.compactMap { $0.check?.deadline }.min() }
}
