import Conversation
import Dealership
import FoundationEssentials
import Testing

@Suite struct CorpusTests {
    static let domain = Domain.dealership(timeZone: TimeZone(secondsFromGMT: 0) ?? .current)
    static let corpus = Corpus(domain)
    static let vocabularies = corpus.sentences.mapValues { sentences in
        Set(sentences.flatMap { $0.split(separator: " ").map(String.init) })
    }

    @Test("every vocabulary a question names has sentences, a few thousand in all")
    func complete() {
        let names = Set(Question.allCases.map(\.vocabulary) + ["open"])
        #expect(Set(Self.corpus.sentences.keys) == names)
        for (name, sentences) in Self.corpus.sentences { #expect(sentences.count >= 150, "\(name)") }
        #expect((3_000...15_000).contains(Self.corpus.sentences.values.reduce(0) { $0 + $1.count }))
    }

    @Test("phone numbers are American where the business is")
    func form() throws {
        #expect(!Self.corpus.hasAmericanPhones)
        let denver = try #require(TimeZone(identifier: "America/Denver"))
        #expect(Corpus(.dealership(timeZone: denver)).hasAmericanPhones)
    }

    @Test("sentences are lower-case words with single spaces")
    func spelling() {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz' ")
        for sentence in Self.corpus.sentences.values.joined() {
            #expect(!sentence.isEmpty && sentence.allSatisfy(allowed.contains), "\(sentence)")
            #expect(!sentence.contains("  ") && sentence.first != " " && sentence.last != " ", "\(sentence)")
        }
    }

    @Test("phone numbers begin with any digit that a number can begin with, and have zeros of both names")
    func phoneNumbers() throws {
        let digits: Set = ["zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        let numbers = try #require(Self.corpus.sentences["phone"]).map { sentence in
            sentence.split(separator: " ").map(String.init).filter(digits.contains)
        }.filter { $0.count >= 7 }
        let firsts = Set(numbers.compactMap(\.first))
        #expect(firsts == digits.subtracting(["zero", "oh", "one"]))
        for zero in ["zero", "oh"] { #expect(numbers.count(where: { $0.contains(zero) }) > numbers.count / 10) }
    }

    @Test("the same domain yields the same sentences")
    func deterministic() {
        #expect(Corpus(Self.domain).sentences == Self.corpus.sentences)
    }

    @Test("every word of every recorded caller is expected where it was said", arguments: Fixture.all)
    func covers(fixture: Fixture) throws {
        let words = try #require(Self.vocabularies[fixture.question?.vocabulary ?? "open"])
        let everywhere = Self.vocabularies.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        let missing = fixture.text.split(separator: " ").map(String.init).filter { !words.contains($0) }
        #expect(missing.allSatisfy(everywhere.contains), "\(missing)")
        #expect(missing.count <= 3, "\(missing)")
    }

    @Test(
        "what callers are expected to say is understood where it is said",
        arguments: [nil, .service, .date, .time, .name, .phone, .confirmation, .vehicle] as [Question?])
    func understood(question: Question?) throws {
        let rules = RuleUnderstanding(Self.domain)
        let today = try #require(Day("2026-05-04"))
        let noon = try #require(TimeOfDay(hour: 12))
        // Every third sentence: the others are made alike.
        let all = Set(try #require(Self.corpus.sentences[question?.vocabulary ?? "open"])).sorted()
        let sentences = all.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
        let lost = sentences.filter { sentence in
            // A call about a car on the website is nothing the agent does, though it can say what it costs.
            !sentence.contains("calling about")
                && rules.interpret(Utterance(sentence, answering: question, at: LocalTime(day: today, time: noon)))
                    .intent == .other
        }
        #expect(Double(lost.count) <= 0.03 * Double(sentences.count), "\(lost.prefix(60))")
    }
}
