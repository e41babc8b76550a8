import Glibc

/// How satisfied a caller probably is, 0…100 (control API §14): `100·σ(b + 1.6·S + 0.8·progress − 0.35·repeats −
/// 0.25·min(4, clarifications) − 0.02·max(0, wait − 5) − 0.3·barge-ins − 0.9·asked for a person + 0.6·thanked)`.
///
/// The factors are first guesses, not yet fitted to what callers say when asked.
package struct Satisfaction: Hashable, Sendable {
    /// What speaks for it and against it.
    package struct Signals: Hashable, Sendable {
        /// −1…1.
        package var sentiment = 0.0
        /// How far the errand has come, 0…1.
        package var progress = 0.0
        /// How often the caller wanted something said again.
        package var repeats = 0
        /// How often the agent did not understand.
        package var clarifications = 0
        /// Seconds the caller has been waiting.
        package var wait = 0.0
        /// Within the last minute.
        package var bargeIns = 0
        package var asksForPerson = false
        package var hasThanked = false
        /// What the caller has said, in words.
        package var words = 0

        package init() {}
    }

    /// `b`: a caller of whom nothing is known is rather satisfied.
    private static let base = 0.5

    package let score: Double
    /// 0…1: forty words of the caller are enough to be sure of.
    package let confidence: Double
    /// The three strongest reasons, strongest first, such as `sentiment` or `wait`.
    package let basis: [String]

    package init(_ signals: Signals) {
        let terms: [(name: String, value: Double)] = [
            ("sentiment", 1.6 * signals.sentiment),
            ("progress", 0.8 * signals.progress),
            ("repeats", -0.35 * Double(signals.repeats)),
            ("clarifications", -0.25 * Double(min(4, signals.clarifications))),
            ("wait", -0.02 * max(0, signals.wait - 5)),
            ("barge_ins", -0.3 * Double(signals.bargeIns)),
            ("asked_for_human", signals.asksForPerson ? -0.9 : 0),
            ("thanked", signals.hasThanked ? 0.6 : 0),
        ]
        score = 100 / (1 + exp(-(Self.base + terms.reduce(0) { $0 + $1.value })))
        confidence = min(1, Double(signals.words) / 40)
        basis = terms.filter { $0.value != 0 }.sorted { abs($0.value) > abs($1.value) }.prefix(3).map(\.name)
    }
}
