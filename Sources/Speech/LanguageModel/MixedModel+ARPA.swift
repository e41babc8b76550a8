import Foundation

extension MixedModel {
    /// The model in the ARPA text form: logarithms to base ten, back-off weights behind the words.
    func arpa(_ words: WordTable) -> String {
        let pairCount = pairs.values.reduce(0) { $0 + $1.count }
        let tripleCount = triples.values.reduce(0) { $0 + $1.count }
        var text = "\\data\\\nngram 1=\(words.count)\nngram 2=\(pairCount)\nngram 3=\(tripleCount)\n"
        text += "\n\\1-grams:\n"
        for (number, word) in words.words.enumerated() {
            let probability = number == WordTable.sentenceStart ? -99 : Self.logarithm(single[number])
            text += "\(probability) \(word) \(Self.logarithm(afterOne[number] ?? 1))\n"
        }
        text += "\n\\2-grams:\n"
        for (previous, followers) in pairs {
            for (word, probability) in followers {
                let weight = afterTwo[NGramKey(previous, word)] ?? 1
                text += "\(Self.logarithm(probability)) \(words.words[previous]) \(words.words[word])"
                text += " \(Self.logarithm(weight))\n"
            }
        }
        text += "\n\\3-grams:\n"
        for (context, followers) in triples {
            let (first, second) = (words.words[context.secondToLast], words.words[context.last])
            for (word, probability) in followers {
                text += "\(Self.logarithm(probability)) \(first) \(second) \(words.words[word])\n"
            }
        }
        return text + "\n\\end\\\n"
    }

    /// Four decimals are more than the library keeps.
    private static func logarithm(_ value: Double) -> Double {
        (log10(value) * 10_000).rounded() / 10_000
    }
}
