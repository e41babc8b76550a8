package import FoundationEssentials
import Glibc

/// How a caller sounds, from what was said so far, older words counting less (control API §14):
/// `S(t) = Σ sᵢ cᵢ 2^(−(t−tᵢ)/30 s) / Σ cᵢ 2^(−(t−tᵢ)/30 s)`, with `cᵢ` = confidence · min(1, words/4).
///
/// Bounded: the newest 64 utterances count.
package struct Sentiment: Hashable, Sendable {
    package enum Label: String, Hashable, Sendable {
        case positive, neutral, negative
    }

    private struct Heard: Hashable, Sendable {
        let score: Double
        let weight: Double
        let at: Date
    }

    private static let halfLife: TimeInterval = 30
    private static let capacity = 64
    /// Beyond ± this it is more than neutral.
    private static let threshold = 0.25

    private var heard: [Heard] = []
    /// What the caller has said, in words.
    package private(set) var words = 0

    package init() {}

    /// - Parameters:
    ///   - score: Of the utterance, −1…1.
    ///   - confidence: The recogniser's, 0…1; 1 for typed words.
    package mutating func hear(_ score: Double, words count: Int, confidence: Double = 1, at now: Date) {
        words += count
        let weight = max(0, min(1, confidence)) * min(1, Double(count) / 4)
        heard = heard.suffix(Self.capacity - 1) + [Heard(score: score, weight: weight, at: now)]
    }

    /// −1…1; 0 before anything was said.
    package func score(at now: Date) -> Double {
        var (sum, total) = (0.0, 0.0)
        for entry in heard {
            let weight = entry.weight * Self.fading(now.timeIntervalSince(entry.at))
            sum += entry.score * weight
            total += weight
        }
        return total > 0 ? sum / total : 0
    }

    package func label(at now: Date) -> Label {
        let score = score(at: now)
        return score >= Self.threshold ? .positive : score <= -Self.threshold ? .negative : .neutral
    }

    /// How much is known, 0…1: the weight of four sentences is all.
    package func confidence(at now: Date) -> Double {
        min(1, heard.reduce(0) { $0 + $1.weight * Self.fading(now.timeIntervalSince($1.at)) } / 4)
    }

    /// How much better it became: the mean of the last third less the mean of the first; 0 with fewer than three utterances.
    package var shift: Double {
        let third = heard.count / 3
        guard third > 0 else { return 0 }
        let first = heard.prefix(third).reduce(0) { $0 + $1.score } / Double(third)
        let last = heard.suffix(third).reduce(0) { $0 + $1.score } / Double(third)
        return last - first
    }

    private static func fading(_ age: TimeInterval) -> Double {
        exp2(-max(0, age) / halfLife)
    }
}
