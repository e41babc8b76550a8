import Evaluation
import Testing

/// Takes what the agent really says in plays, changes one fact in it, and looks whether the change is found.
@Suite struct MutationTests {
    /// One way to be wrong.
    enum Mutation: CaseIterable {
        case price, time, date, phone, duration, name

        /// The reply with one fact changed; `nil` when it has no such fact.
        func apply(to reply: String) -> String? {
            switch self {
            case .price: replace(/(\d+) dollars/, in: reply) { "\((Int($0.output.1) ?? 0) + 7) dollars" }
            case .time: replace(/\d+(?::\d\d)? [AP]M/, in: reply) { _ in "7:10 PM" }
            case .date:
                replace(/day, (\w+) (\d+)(st|nd|rd|th)/, in: reply) {
                    "day, \($0.output.1) \((Int($0.output.2) ?? 1) % 28 + 1)th"
                }
            case .phone: replace(/\d \d \d, \d \d \d, \d \d \d \d/, in: reply) { _ in "3 1 4, 1 5 9, 2 6 5 3" }
            case .duration:
                replace(/about (\d+) minutes/, in: reply) { "about \((Int($0.output.1) ?? 0) + 11) minutes" }
            case .name: replace(/all set, \w+/, in: reply) { _ in "all set, Zebulon" }
            }
        }

        private func replace<Output>(
            _ pattern: Regex<Output>, in reply: String, by words: (Regex<Output>.Match) -> String
        ) -> String? {
            guard let match = reply.firstMatch(of: pattern) else { return nil }
            return reply[..<match.range.lowerBound] + words(match) + reply[match.range.upperBound...]
        }
    }

    @Test("a changed price, time, date, number, duration or name is found in every reply")
    func everyMutation() async throws {
        let plays = try PlayLibrary(at: PlaysTests.folder + "/happy").plays.prefix(18)
        let stage = Stage.dealership
        var tried: [Mutation: Int] = [:]
        for performance in await Performer(stage: stage).perform(Array(plays), atOnce: 4) {
            let turns = performance.outcome.turns
            for (index, turn) in turns.enumerated() {
                for mutation in Mutation.allCases {
                    guard let changed = mutation.apply(to: turn.reply) else { continue }
                    tried[mutation, default: 0] += 1
                    var session = Array(turns[...index])
                    session[index].reply = changed
                    var checker = FactChecker(stage.facts)
                    let found = checker.check(session).contains { $0.reply == index + 1 }
                    #expect(found, "\(performance.play.path): \(changed)")
                }
            }
        }
        #expect(tried[.time, default: 0] > 20 && tried[.date, default: 0] > 20 && tried[.phone, default: 0] > 10)
    }
}
