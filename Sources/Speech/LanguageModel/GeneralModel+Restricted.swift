extension GeneralModel {
    /// The general model as a component of a mixture: the same pairs for every mixture of one corpus.
    struct Restricted: WordModel {
        private let single: [Double]
        private let pair: [NGramKey: Double]
        private let triple: [NGramKey: Double]

        fileprivate init(single: [Double], pair: [NGramKey: Double], triple: [NGramKey: Double]) {
            (self.single, self.pair, self.triple) = (single, pair, triple)
        }

        func probability(of word: Int) -> Double { single[word] }

        func probability(of word: Int, after previous: Int) -> Double {
            pair[NGramKey(previous, word)] ?? single[word]
        }

        func probability(of word: Int, after beforePrevious: Int, _ previous: Int) -> Double {
            triple[NGramKey(beforePrevious, previous, word)] ?? probability(of: word, after: previous)
        }

        var pairs: [NGramKey] { Array(pair.keys) }
        var triples: [NGramKey] { [] }
    }

    /// Everything the mixtures need, read out once.
    ///
    /// - Parameters:
    ///   - wordCount: size of the table.
    ///   - least: pairs less likely than this are left to their single words.
    ///   - pairs: pairs that are needed in any case.
    ///   - triples: triples that are needed.
    func restricted(
        wordCount: Int, least: Double, pairs: some Sequence<NGramKey>, triples: some Sequence<NGramKey>
    ) -> Restricted {
        var pair: [NGramKey: Double] = [:]
        for previous in 0..<wordCount where previous != WordTable.sentenceEnd {
            for word in 1..<wordCount {
                let found = self.pair(previous, word)
                if found.isKnown, found.probability >= least { pair[NGramKey(previous, word)] = found.probability }
            }
        }
        for key in pairs where pair[key] == nil { pair[key] = self.pair(key.secondToLast, key.last).probability }
        var triple: [NGramKey: Double] = [:]
        for key in triples where triple[key] == nil {
            triple[key] = probability(of: key.last, after: key.thirdToLast, key.secondToLast)
        }
        return Restricted(single: (0..<wordCount).map { self.probability(of: $0) }, pair: pair, triple: triple)
    }
}
