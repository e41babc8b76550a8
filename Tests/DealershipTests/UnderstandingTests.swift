import Conversation
import Testing

@Suite struct UnderstandingTests {
    let house: House

    init() throws { house = try House() }

    private func heard(_ text: String, _ question: Question? = nil) -> Interpretation {
        house.heard(text, question)
    }

    @Test("every recorded caller is understood", arguments: Fixture.all)
    func recorded(fixture: Fixture) {
        let found = heard(fixture.text, fixture.question)
        #expect(found.intent == fixture.intent)
        #expect(fixture.misses(in: found.slots, of: house.domain) == [])
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
            ("what did you say", .repeat), ("one moment please", .hold), ("are you a robot", .areYouRobot),
            ("are you a real person", .areYouRobot), ("never mind", .cancel), ("get me your manager", .escalation),
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
}
