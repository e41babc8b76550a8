import Conversation
import Dealership
import FoundationEssentials
import Testing

/// The house as callers reach it: a Monday at noon, 2026-05-04, in Greenwich.
struct House {
    let domain: Domain
    let rules: RuleUnderstanding
    let now: LocalTime

    init() throws {
        domain = .dealership(timeZone: try #require(TimeZone(secondsFromGMT: 0)))
        rules = RuleUnderstanding(domain)
        now = LocalTime(day: try #require(Day("2026-05-04")), time: try #require(TimeOfDay(hour: 12)))
    }

    /// What the rules make of an utterance.
    func heard(_ text: String, _ question: Question? = nil) -> Interpretation {
        rules.interpret(Utterance(text, answering: question, at: now))
    }
}
