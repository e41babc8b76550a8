import Conversation
import Foundation

/// How well answers fit a question: how much of what it asks an answer is about, rare words counting for more than common
/// ones (their inverse document frequency) and keywords for more than what the answer happens to say.
///
/// A word of the question that no answer has speaks against all of them, and more than the rarest word speaks for one. So a
/// question about something else stays below `threshold`, although it shares a word with an answer.
struct AnswerRanking {
    /// The share of a question, 0…1, that an answer must be about.
    static let threshold = 0.5

    private let ranked: [(entry: FAQEntry, score: Double)]

    /// - Parameters:
    ///   - candidates: Every entry that has one of the question's words.
    ///   - count: How many entries there are in all.
    init(_ question: SearchQuery, candidates: [FAQEntry], among count: Int, _ lexicon: AnswerLexicon) {
        let weights = candidates.map { entry in
            let words = lexicon.words(of: entry)
            return question.stems.map { words.weight(of: $0) }
        }
        let rarities = question.stems.indices.map { index in
            let holders = weights.reduce(0) { $0 + ($1[index] > 0 ? 1 : 0) }
            return log(1 + Double(max(count, 1)) / (holders > 0 ? Double(holders) : 0.5))
        }
        let all = rarities.reduce(0, +)
        let scores: [Double] = weights.map { row in
            let reached = zip(row, rarities).map { $0 * $1 }.reduce(0, +)
            return all > 0 ? reached / all : 0
        }
        let scored = zip(candidates, scores).map { (entry: $0, score: $1) }
        ranked = scored.sorted { ($0.score, $1.entry.category) > ($1.score, $0.entry.category) }
    }

    /// Those that are about the question, best first; an answer far behind the best one is none.
    func best(_ limit: Int) -> [FAQEntry] {
        guard let first = ranked.first, first.score >= Self.threshold else { return [] }
        return ranked.prefix(limit).filter { $0.score >= max(Self.threshold, 0.6 * first.score) }.map(\.entry)
    }
}
