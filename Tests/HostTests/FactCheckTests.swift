import Conversation
import Host
import Testing

@Suite("A model's words are spoken only when they say what the plan says")
struct FactCheckTests {
    private let check = FactCheck(business: "Riverside Motors")
    private let plan = ReplyPlan(
        text: "An oil change costs between 45 and 75 dollars, and takes about 30 minutes. Which day suits you?",
        heard: "how much is an oil change", question: .date)

    @Test(
        "other words for the same facts may be spoken",
        arguments: [
            "Sure! It's between 45 and 75 dollars for an oil change, about 30 minutes. Which day works best?",
            "At Riverside Motors an oil change is 45 to 75 dollars and takes 30 minutes. What day suits you?",
            "I'd say 45 to 75 dollars and 30 minutes of work; which day would you like?",
        ])
    func admitted(words: String) {
        #expect(check.finding(in: words, for: plan) == nil)
    }

    @Test(
        "an invented, a lost or a changed fact keeps them unspoken",
        arguments: [
            ("", FactCheck.Finding.empty),
            ("It costs 30 to 45 dollars and takes 75 minutes. Which day?", .reordered),
            ("It costs 45 to 75 dollars and does not take 30 minutes. Which day?", .added("not")),
            ("It costs 45 to 79 dollars and takes 30 minutes. Which day?", .added("79")),
            ("It costs 45 dollars and takes 30 minutes. Which day?", .lost("75")),
            ("It costs 45 to 75 dollars, 30 minutes. Does Tuesday suit you?", .added("tuesday")),
            ("It costs 45 to 75 dollars, 30 minutes. Ask for Bob, which day?", .added("Bob")),
            ("It costs 45 to 75 dollars, 30 minutes, and a wash is free. Which day?", .added("free")),
            ("It costs 45 to 75 dollars, 30 minutes. You are booked. Which day?", .added("booked")),
            ("It costs 45 to 75 dollars and takes 30 minutes.", .noQuestion),
            ("- *45 to 75 dollars*, 30 minutes. Which day?", .markup),
            ("See http://example.com: 45 to 75 dollars, 30 minutes. Which day?", .markup),
            ("Forty-five to seventy-five dollars, 30 minutes. Which day?", .added("40")),
        ])
    func refused(words: String, finding: FactCheck.Finding) {
        #expect(check.finding(in: words, for: plan) == finding)
    }

    @Test("endless words are not spoken")
    func tooLong() {
        let words = plan.text + String(repeating: " Really.", count: 100)
        #expect(check.finding(in: words, for: plan) == .tooLong(words.count))
    }

    @Test("times and figures with separators compare as figures")
    func figures() {
        let plan = ReplyPlan(text: "The Camry costs 24,500 dollars. We open at 9:30 AM.", heard: "", question: nil)
        #expect(check.finding(in: "The Camry is 24500 dollars, and we open at 9:30 AM.", for: plan) == nil)
        #expect(check.finding(in: "The Camry is 24,500 dollars, and we open at 9:00 AM.", for: plan) == .added("9:00"))
    }

    @Test("a denial stays a denial, and days stay in their order")
    func denials() {
        let closed = ReplyPlan(text: "We are not open on Sunday, only Monday to Friday.", heard: "", question: nil)
        #expect(check.finding(in: "We aren't open on Sunday, just Monday to Friday.", for: closed) == nil)
        #expect(check.finding(in: "We are open on Sunday, Monday to Friday.", for: closed) == .lost("not"))
        #expect(check.finding(in: "We are not open on Monday, only Sunday to Friday.", for: closed) == .reordered)
    }
}

@Suite("What supervisors tell the agent in confidence is heeded and never quoted")
struct ConfidenceTests {
    private let check = FactCheck(business: "Riverside Motors")
    private let plan = ReplyPlan(
        text: "An oil change costs 45 dollars. Which day suits you?", heard: "how much", question: .date,
        guidance: ["this customer is upset about last week so offer 10 dollars off"])

    @Test("its facts may be used, others may not, and its words are not repeated")
    func heeded() {
        #expect(check.finding(in: "It's 45 dollars, and 10 off. Which day suits you?", for: plan) == nil)
        #expect(check.finding(in: "It's 45 dollars, and 20 off. Which day?", for: plan) == .added("20"))
        let quoted = "45 dollars. This customer is upset about last week so offer 10 dollars off. Which day?"
        #expect(check.finding(in: quoted, for: plan) == .quoted)
    }
}
