import Conversation
import Simulation
import Testing

@Suite struct RandomWordsTests {
    private static let fragments: [String] = {
        let callers = (Fixture.all + HeldOut.all).flatMap { $0.text.split(separator: " ").map(String.init) }
        let hostile = [
            "", "7", "2026", "'", "é", "9:30", "25:99", "6/3", "31/31/9999", "2026-02-30", "@", "a@b.c", "@@", "a@.",
            "$",
            "$20,000", "+1", "1,2,3", "0", "00", "999999999999999999999", "9.30", ".", "-", "--", "next", "the", "a",
            "week", "on", "in", "of", "last", "first", "half", "quarter", "to", "past", "between", "from", "oh",
            "double",
            "triple", "hundred", "thousand", "twenty", "plate", "spelled", "as", "my name is", "dot", "at", "not", "or",
            "'; DROP TABLE customers; --", "1 OR 1=1", "\u{0}", "\u{202e}", "👍", "👨‍👩‍👧‍👦", "🏳️‍🌈", "ß", "İ", "ﷺ", "é́́́́",
            "\u{FEFF}", "日本語", "مرحبا", "\n", "\t", "<script>", "%s%n", "{{}}", "\\", "o'", "''''", "a'b'c",
        ]
        return callers + hostile
    }()

    @Test("random words in any order never trap, and mean the same each time")
    func words() throws {
        let house = try House()
        var random = SeededGenerator(seed: 7)
        for _ in 0..<4_000 {
            let count = Int.random(in: 0...14, using: &random)
            let text = (0..<count).compactMap { _ in Self.fragments.randomElement(using: &random) }
                .joined(separator: Bool.random(using: &random) ? " " : "")
            let question = ([nil] + Question.allCases).randomElement(using: &random) ?? nil
            let found = house.heard(text, question)
            #expect((0...1).contains(found.confidence))
            if count % 5 == 0 { #expect(found == house.heard(text, question), "\(text)") }
        }
    }

    @Test("every truncation of every caller means something")
    func truncations() throws {
        let house = try House()
        for fixture in Fixture.all + HeldOut.all {
            for length in 0...fixture.text.count where length % 3 != 1 {
                let found = house.heard(String(fixture.text.prefix(length)), fixture.question)
                #expect((0...1).contains(found.confidence))
            }
        }
    }

    @Test("random bytes and scalars never trap")
    func bytes() throws {
        let house = try House()
        var random = SeededGenerator(seed: 11)
        for _ in 0..<800 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = house.heard(String(decoding: bytes, as: UTF8.self), .date)
            let scalars = (0..<20).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) }
            _ = house.heard(String(String.UnicodeScalarView(scalars)), .name)
        }
    }

    @Test("a name that is SQL is a name, and ends where its sentence ends")
    func sql() throws {
        let found = try House().heard("my name is Robert'); DROP TABLE customers;--", .name)
        #expect(found.intent == .giveName)
        #expect(found.slots.name == "robert")
    }

    @Test("of ten thousand words the first thousand are read, and what they say is understood")
    func long() throws {
        let house = try House()
        let wish = "i'd like to book an oil change for tuesday at nine. "
        let found = house.heard(wish + String(repeating: "and so on it went ", count: 2_000))
        #expect(found.intent == .bookService)
        #expect(found.slots.day?.weekday == .tuesday)
        for word in ["nine ", "five ", "a ", "next ", "not ", "no ", "tuesday ", "or ", "o ", "at "] {
            _ = house.heard(String(repeating: word, count: 10_000), .phone)
        }
    }
}
