@testable import Speech
import Testing

@Suite("Language models are probabilities")
struct LanguageModelTests {
    private static func example() -> (WordTable, WittenBellModel) {
        var words = WordTable()
        let sentences = ["i need an oil change", "i need new tires", "an oil change please", "do you have tires"]
            .map { (words: words.numbers(of: $0), weight: 1) }
        return (words, WittenBellModel(sentences: sentences, vocabularySize: words.count))
    }

    @Test("a smoothed trigram sums to one after every context")
    func sums() {
        let (words, model) = Self.example()
        // The start of a sentence is never predicted; its share is what is missing.
        let lost = model.probability(of: WordTable.sentenceStart)
        for first in 0..<words.count {
            for second in 0..<words.count {
                let sum = (0..<words.count).reduce(0) { $0 + model.probability(of: $1, after: first, second) }
                #expect(abs(sum - 1) < 1e-9 + lost)
            }
        }
    }

    @Test("what was seen is likelier than what was not")
    func seen() {
        var (words, model) = Self.example()
        let (oil, change, tires) = (words.number(of: "oil"), words.number(of: "change"), words.number(of: "tires"))
        #expect(model.probability(of: change, after: words.number(of: "an"), oil) > 0.5)
        #expect(model.probability(of: tires, after: words.number(of: "an"), oil) < 0.1)
    }

    @Test("a flattened mixture keeps its known triples and leaves a share for the rest")
    func mixture() {
        let (words, model) = Self.example()
        let mixed = MixedModel([.init(model: model, share: 1)], wordCount: words.count)
        for (context, followers) in mixed.triples {
            for (word, probability) in followers {
                let expected = model.probability(of: word, after: context.secondToLast, context.last)
                #expect(abs(probability - expected) < 1e-9)
            }
            #expect((mixed.afterTwo[context] ?? 0) > 0)
        }
        #expect(abs(mixed.single.reduce(0, +) - 1) < 1e-6)
    }

    @Test("the ARPA form counts what it holds")
    func arpa() {
        let (words, model) = Self.example()
        let text = MixedModel([.init(model: model, share: 1)], wordCount: words.count).arpa(words)
        let lines = text.split(separator: "\n")
        #expect(lines.contains("ngram 1=\(words.count)"))
        #expect(lines.contains("ngram 2=\(model.pairs.count)"))
        #expect(lines.last == "\\end\\")
    }

    @Test("punctuation and capitals do not make new words")
    func punctuation() {
        var words = WordTable()
        #expect(words.numbers(of: "I'd like Monday, at nine a.m.!") == words.numbers(of: "i'd like monday at nine a m"))
    }

    @Test("a name the dictionary lacks is pronounced from its letters")
    func spelling() {
        #expect(LetterToSound.phones(of: "shaw") == ["SH", "AO"])
        #expect(LetterToSound.phones(of: "cindy") == ["S", "IH", "N", "D", "IY"])
        #expect(LetterToSound.phones(of: "42") == [])
    }
}
