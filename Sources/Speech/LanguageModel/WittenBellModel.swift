/// An interpolated trigram over counted sentences, smoothed after Witten and Bell (1991, method C): a context that was
/// followed by many different words leaves more to the shorter context.
///
///     p(w | h) = (c(h w) + t(h) · p(w | shorter h)) / (c(h) + t(h))      t(h): different words seen after h
struct WittenBellModel: WordModel {
    /// What is known of one context.
    private struct Context {
        var total = 0
        var kinds = 0

        mutating func count(_ weight: Int, isNew: Bool) {
            total += weight
            if isNew { kinds += 1 }
        }

        func smoothed(_ count: Int, _ shorter: Double) -> Double {
            (Double(count) + Double(kinds) * shorter) / Double(total + kinds)
        }
    }

    private let vocabularySize: Int
    private var single: [Int: Int] = [:]
    private var pair: [NGramKey: Int] = [:]
    private var triple: [NGramKey: Int] = [:]
    private var all = Context()
    private var afterOne: [Int: Context] = [:]
    private var afterTwo: [NGramKey: Context] = [:]

    /// - Parameters:
    ///   - sentences: word numbers with start and end, and how often each counts.
    ///   - vocabularySize: of all models that will be mixed, so that no word is impossible.
    init(sentences: [(words: [Int], weight: Int)], vocabularySize: Int) {
        self.vocabularySize = vocabularySize
        for sentence in sentences where sentence.words.count > 2 { add(sentence.words, sentence.weight) }
    }

    private mutating func add(_ words: [Int], _ weight: Int) {
        for position in 1..<words.count {
            let (word, previous) = (words[position], words[position - 1])
            all.count(weight, isNew: single.updateValue(single[word, default: 0] + weight, forKey: word) == nil)
            let pairKey = NGramKey(previous, word)
            let knewPair = pair.updateValue(pair[pairKey, default: 0] + weight, forKey: pairKey) != nil
            afterOne[previous, default: Context()].count(weight, isNew: !knewPair)
            guard position > 1 else { continue }
            let tripleKey = NGramKey(words[position - 2], previous, word)
            let knewTriple = triple.updateValue(triple[tripleKey, default: 0] + weight, forKey: tripleKey) != nil
            afterTwo[NGramKey(words[position - 2], previous), default: Context()].count(weight, isNew: !knewTriple)
        }
    }

    func probability(of word: Int) -> Double {
        guard all.total > 0 else { return 1 / Double(vocabularySize) }
        return all.smoothed(single[word] ?? 0, 1 / Double(vocabularySize))
    }

    func probability(of word: Int, after previous: Int) -> Double {
        let shorter = probability(of: word)
        guard let context = afterOne[previous] else { return shorter }
        return context.smoothed(pair[NGramKey(previous, word)] ?? 0, shorter)
    }

    func probability(of word: Int, after beforePrevious: Int, _ previous: Int) -> Double {
        let shorter = probability(of: word, after: previous)
        guard let context = afterTwo[NGramKey(beforePrevious, previous)] else { return shorter }
        return context.smoothed(triple[NGramKey(beforePrevious, previous, word)] ?? 0, shorter)
    }

    var pairs: [NGramKey] { Array(pair.keys) }
    var triples: [NGramKey] { Array(triple.keys) }
}
