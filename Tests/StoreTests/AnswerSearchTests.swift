import Conversation
import Dealership
import Foundation
import SQL
import Store
import Testing

@Suite struct AnswerSearchTests {
    /// What callers ask, and the category that answers it.
    private static let inScope = [
        ("do you charge electric cars", "electric"), ("which brands do you repair", "makes"),
        ("is there coffee while i wait", "waiting"), ("my credit is bad", "bad_credit"),
        ("can i get a loaner car", "loaner"), ("when do you open on saturday", "hours"),
        ("what time do you close", "hours"), ("where are you located", "location"),
        ("what is your address", "location"), ("are you closed on christmas", "holidays"),
        ("can i park there", "parking"), ("do you take credit cards", "payment"),
        ("can i pay with a check", "payment"), ("do you tow cars", "towing"),
        ("i need a tow truck", "towing"), ("do you take trade ins", "trade_in"),
        ("what warranty do i get on a repair", "warranty"), ("do you sell spare parts", "parts"),
        ("do you have wifi", "waiting"), ("how does a test drive work", "test_drive"),
        ("do i need an appointment", "walk_in"), ("do you offer leasing", "financing"),
        ("give me directions", "location"), ("what are your opening hours", "hours"),
    ]

    private static let outOfScope = [
        "what is the capital of france", "can you order me a pizza", "who won the football game last night",
        "what is the meaning of life", "tell me a joke", "how is the weather in boston", "asdf qwer zxcv",
        "do you like music", "what is two plus two", "can you help me with my homework", "is my mother well",
        "how do i bake bread", "book me a flight to paris", "who is the president", "blah blah blah", "the", "?!",
        "i lost my umbrella", "do dogs dream", "what should i cook for dinner tonight", "you you you",
        "colorless green ideas",
        "please translate this letter into german", "how tall is mount everest",
    ]

    @Test("a question finds its answer among the first two, and nonsense finds none", arguments: Backend.allCases)
    func table(_ backend: Backend) async throws {
        try await backend.house { database in
            for (question, category) in Self.inScope {
                let found = try await database.searchFAQ(question, category: nil).map(\.category)
                #expect(found.prefix(2).contains(category), "'\(question)' found \(found)")
            }
            for question in Self.outOfScope {
                let found = try await database.searchFAQ(question, category: nil).map(\.category)
                #expect(found.isEmpty, "'\(question)' found \(found)")
            }
        }
    }

    @Test("words that ask about a topic find its answer, or nothing; seldom another's")
    func topics() async throws {
        let database = try Database(zone: .gmt, now: Workshop.now)
        var (right, none, wrong) = (0, 0, 0)
        for topic in Domain.dealership(timeZone: .gmt).topics {
            for phrase in topic.phrases {
                let found = try await database.searchFAQ(phrase, category: nil).map(\.category)
                if found.contains(topic.category) { right += 1 } else if found.isEmpty { none += 1 } else { wrong += 1 }
            }
        }
        await database.close()
        let all = Double(right + none + wrong)
        #expect(Double(right) / all > 0.75)
        #expect(Double(wrong) / all < 0.07)
    }

    @Test("both databases rank alike")
    func parity() async throws {
        let lists = try await withThrowingTaskGroup(of: [[String]].self) { group in
            for backend in Backend.allCases {
                group.addTask {
                    var lists: [[String]] = []
                    try await backend.house { database in
                        for question in Self.inScope.map(\.0) + Self.outOfScope {
                            lists.append(try await database.searchFAQ(question, category: nil).map(\.category))
                        }
                    }
                    return lists
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(lists[0] == lists[1])
    }

    @Test("a category that exists is taken at its word", arguments: Backend.allCases)
    func category(_ backend: Backend) async throws {
        try await backend.house { database async throws in
            #expect(
                try await database.searchFAQ("what is the capital of france", category: "hours").map(\.category) == [
                    "hours"
                ])
            #expect(try await database.searchFAQ("do you tow cars", category: "no such").first?.category == "towing")
            #expect(try await database.searchFAQ("", category: nil).isEmpty)
        }
    }

    @Test("an entry that is changed or deleted is found as it is now", arguments: Backend.allCases)
    func upToDate(_ backend: Backend) async throws {
        try await backend.house { database in
            _ = try await database.sql.write { transaction in
                try transaction.execute(
                    "INSERT INTO faq (category, question, answer, keywords) VALUES (?, ?, ?, ?)",
                    ["unicorns", "Do you shoe unicorns?", "Only on Fridays.", "unicorn hoof"])
            }
            #expect(
                try await database.searchFAQ("a hoof for my unicorn", category: nil).map(\.category) == ["unicorns"])
            _ = try await database.sql.write { try $0.execute("DELETE FROM faq WHERE category = 'unicorns'") }
            #expect(try await database.searchFAQ("a hoof for my unicorn", category: nil).isEmpty)
        }
    }
}
