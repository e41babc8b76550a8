import Conversation
import Dealership
import FoundationEssentials
import Testing

@Suite struct UnderstandingTests {
    let rules = RuleUnderstanding(.dealership(timeZone: .gmt))
    /// A Monday.
    let today: Day

    let noon: TimeOfDay

    init() throws {
        today = try #require(Day("2026-05-04"))
        noon = try #require(TimeOfDay(hour: 12))
    }

    private func heard(_ text: String, _ question: Question? = nil) -> Interpretation {
        rules.interpret(Utterance(text, answering: question, at: LocalTime(day: today, time: noon)))
    }

    /// The facts of an utterance by the names the fixtures use.
    private func named(_ slots: HeardSlots) -> [String: String] {
        var names: [String: String] = [:]
        names["service"] = slots.service
        names["day"] = slots.day?.weekday.name
        names["date"] = slots.day?.description
        names["name"] = slots.name
        names["digits"] = slots.phone
        names["model"] = slots.vehicle?.model
        names["year"] = slots.vehicle?.year.map(String.init)
        names["dept"] = slots.department
        switch slots.time {
        case .at(let time): names["time"] = time.description
        case .after(let time): names["after"] = time.description
        case .before(let time): names["before"] = time.description
        case .part(let part): names["part"] = part.rawValue
        case nil: break
        }
        return names
    }

    @Test("every recorded caller is understood", arguments: Fixture.all)
    func recorded(fixture: Fixture) {
        let found = heard(fixture.text, fixture.question)
        #expect(found.intent == fixture.intent)
        let names = named(found.slots)
        for (slot, value) in fixture.slots { #expect(names[slot] == value, "\(slot)") }
    }

    @Test("sounds of attention want nothing", arguments: Fixture.backchannels)
    func attention(sound: String) {
        #expect(heard(sound).intent == .backchannel)
    }

    @Test("the same words mean the same with capitals and punctuation", arguments: Fixture.all)
    func typed(fixture: Fixture) {
        let typed = fixture.text.prefix(1).uppercased() + fixture.text.dropFirst() + "?!"
        #expect(heard(typed, fixture.question) == heard(fixture.text, fixture.question))
    }

    @Test(
        "questions are told apart",
        arguments: [
            ("do you take credit cards", Intent.faqPayment), ("what services do you offer", .faqServices),
            ("how long does a brake service take", .faqDuration), ("can i trade in my old car", .faqTradeIn),
            ("do you have a tow truck", .faqTowing), ("is there a warranty on repairs", .faqWarranty),
            ("can i wait while you do it is there a waiting room", .faqWaiting),
            ("do i need an appointment or can i just come by", .faqWalkIn),
            ("how do i get to you where are you", .faqLocation),
            ("what do you charge for new brakes", .faqPrice), ("what do i need for a test drive", .faqTestDrive),
            ("which cars do you have in stock", .faqInventory), ("do you lease", .faqFinancing),
            ("are you open on saturdays", .faqHours), ("when do you close today", .faqHours),
        ])
    func questions(text: String, intent: Intent) {
        #expect(heard(text).intent == intent)
    }

    @Test(
        "courtesies and control are told apart",
        arguments: [
            ("hello", Intent.greeting), ("good morning", .greeting), ("thanks a lot", .thanks), ("bye bye", .goodbye),
            ("what did you say", .repeat), ("one moment please", .hold), ("are you a robot", .smallTalk),
            ("are you a real person", .smallTalk), ("never mind", .cancel), ("get me your manager", .escalation),
            ("what is the meaning of life", .other), ("purple monkey dishwasher", .other), ("", .other),
        ])
    func courtesies(text: String, intent: Intent) {
        #expect(heard(text).intent == intent)
    }

    @Test("a correction carries its fact", arguments: [Question.confirmation, .time, .name])
    func correction(question: Question) {
        #expect(heard("no i said thursday", question).slots.day?.weekday == .thursday)
    }

    @Test(
        "what is to be changed is named",
        arguments: [
            ("the time is wrong", Question.time), ("change the day please", .date), ("the number isn't right", .phone),
            ("you got my name wrong", .name), ("a different service", .service),
        ])
    func targets(text: String, target: Question) {
        #expect(heard(text, .correction).slots.target == target)
    }

    @Test("random words never trap and always mean something")
    func noise() {
        var random = SeededRandom(seed: 7)
        let words =
            Fixture.all.flatMap { $0.text.split(separator: " ").map(String.init) } + [
                "", "7", "2026", "'", "é", "9:30",
            ]
        for _ in 0..<800 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in words.randomElement(using: &random) ?? ""
            }
            let question = Question.allCases.randomElement(using: &random)
            let found = heard(text.joined(separator: " "), question)
            #expect((0...1).contains(found.confidence))
            #expect(found == heard(text.joined(separator: " "), question))
        }
    }
}
