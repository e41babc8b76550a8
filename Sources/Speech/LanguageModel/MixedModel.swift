/// A weighted mixture of models, flattened into one back-off trigram that can be written in the ARPA form.
///
/// Every pair and triple any component knows gets its mixed probability; the rest falls back on the shorter context
/// with a weight that makes each context sum to one.
struct MixedModel {
    /// A model and its share; shares sum to one.
    struct Component {
        let model: any WordModel
        let share: Double
    }

    let single: [Double]
    /// Context → words after it.
    private(set) var pairs: [Int: [(word: Int, probability: Double)]] = [:]
    private(set) var triples: [NGramKey: [(word: Int, probability: Double)]] = [:]
    /// Weight of the single words after a word that is not in `pairs`.
    private(set) var afterOne: [Int: Double] = [:]
    private(set) var afterTwo: [NGramKey: Double] = [:]

    init(_ components: [Component], wordCount: Int) {
        var single = (0..<wordCount).map { word in
            components.reduce(0) { $0 + $1.share * $1.model.probability(of: word) }
        }
        single[WordTable.sentenceStart] = 0
        let sum = single.reduce(0, +)
        self.single = single.map { max($0 / sum, 1e-9) }
        addPairs(components)
        addTriples(components)
    }

    private mutating func addPairs(_ components: [Component]) {
        var seen: Set<NGramKey> = []
        for component in components { seen.formUnion(component.model.pairs) }
        for key in seen {
            let (previous, word) = (key.secondToLast, key.last)
            let mixed = components.reduce(0) { $0 + $1.share * $1.model.probability(of: word, after: previous) }
            pairs[previous, default: []].append((word, max(mixed, 1e-9)))
        }
        for (previous, words) in pairs {
            afterOne[previous] = Self.remainder(of: words, shorter: words.reduce(0) { $0 + single[$1.word] })
        }
    }

    private mutating func addTriples(_ components: [Component]) {
        var seen: Set<NGramKey> = []
        for component in components { seen.formUnion(component.model.triples) }
        for key in seen {
            let (first, previous, word) = (key.thirdToLast, key.secondToLast, key.last)
            let mixed = components.reduce(0) { $0 + $1.share * $1.model.probability(of: word, after: first, previous) }
            triples[NGramKey(first, previous), default: []].append((word, max(mixed, 1e-9)))
        }
        for (context, words) in triples {
            var known: [Int: Double] = [:]
            for (word, probability) in pairs[context.last] ?? [] { known[word] = probability }
            let shorter = words.reduce(0) { $0 + (known[$1.word] ?? 0) }
            afterTwo[context] = Self.remainder(of: words, shorter: shorter)
        }
    }

    /// What the unseen words share, over what the shorter context would give them.
    private static func remainder(of words: [(word: Int, probability: Double)], shorter: Double) -> Double {
        let left = 1 - words.reduce(0) { $0 + $1.probability }
        return max(left, 1e-6) / max(1 - shorter, 1e-6)
    }
}
