import FoundationEssentials

/// An issuer's keys as they were last fetched, and when to fetch them again.
struct KeySetCache: Sendable {
    /// How long keys are used without a look at the newest.
    static let lifetime: TimeInterval = 10 * 60
    /// Between two fetches because of a key nobody knows: whoever makes keys up does not make us fetch.
    static let pause: TimeInterval = 30

    private var keys: KeySet?
    private var fetchedAt: Date?
    private var triedAt: Date?

    /// What to do to check a token.
    enum Step {
        case use([PublicKey])
        case fetch
        case refuse
    }

    /// The keys for a token, or what has to be done first. Old keys stay good while new ones cannot be fetched.
    mutating func step(_ id: String?, _ algorithm: TokenAlgorithm, now: Date) -> Step {
        let known = keys?.candidates(id, algorithm) ?? []
        let isFresh = fetchedAt.map { now < $0.addingTimeInterval(Self.lifetime) } ?? false
        if isFresh, !known.isEmpty { return .use(known) }
        let mayFetch = triedAt.map { now >= $0.addingTimeInterval(Self.pause) } ?? true
        guard mayFetch else { return known.isEmpty ? .refuse : .use(known) }
        triedAt = now
        return .fetch
    }

    /// What a fetch brought; `nil`: nothing that can be used.
    mutating func take(_ fetched: KeySet?, now: Date) {
        guard let fetched else { return }
        keys = fetched
        fetchedAt = now
    }

    /// The keys for a token as far as they are known.
    func known(_ id: String?, _ algorithm: TokenAlgorithm) -> [PublicKey] { keys?.candidates(id, algorithm) ?? [] }

    /// Whether keys ever came.
    var isEmpty: Bool { keys == nil }
}
