import Conversation
import Testing

/// One recorded caller: the words, the question they answer, and what they mean.
struct Fixture: Sendable, CustomTestStringConvertible {
    let text: String
    let question: Question?
    let intent: Intent
    let slots: [String: String]

    init(_ text: String, _ intent: Intent, _ slots: [String: String] = [:], _ question: Question? = nil) {
        self.text = text
        self.question = question
        self.intent = intent
        self.slots = slots
    }

    var testDescription: String { text }

    static let all: [Fixture] = [
        Fixture("what are your opening hours", .faqHours),
        Fixture("are you open on sunday", .faqHours, ["day": "sunday"]),
        Fixture("what time do you close on saturday", .faqHours, ["day": "saturday"]),
        Fixture("when does the service department open", .faqHours, ["dept": "service"]),
        Fixture("where are you located", .faqLocation),
        Fixture("what is your address", .faqLocation),
        Fixture("how much is an oil change", .faqPrice, ["service": "oil change"]),
        Fixture("do you have loaner cars", .faqLoaner),
        Fixture("do you offer financing", .faqFinancing),
        Fixture(
            "i'd like to book an oil change for tuesday at nine", .bookService,
            ["service": "oil change", "day": "tuesday", "time": "09:00"]),
        Fixture("i need to schedule a service appointment", .bookService),
        Fixture("my brakes are making a noise", .bookService, ["service": "brakes"]),
        Fixture("can i bring my car in on friday morning", .bookService, ["day": "friday", "part": "morning"]),
        Fixture("i need new tires", .bookService, ["service": "tires"]),
        Fixture("the check engine light is on", .bookService, ["service": "check engine light"]),
        Fixture("i want to book a test drive", .bookTestDrive),
        Fixture(
            "can i test drive the new camry this weekend", .bookTestDrive, ["model": "Camry", "day": "saturday"]),
        Fixture("i would like to try the electric model", .bookTestDrive, ["model": "Ioniq 5"]),
        Fixture("tuesday at nine", .giveDatetime, ["day": "tuesday", "time": "09:00"], .date),
        Fixture(
            "next thursday at two thirty in the afternoon", .giveDatetime, ["date": "2026-05-14", "time": "14:30"],
            .date),
        Fixture("tomorrow morning at ten", .giveDatetime, ["date": "2026-05-05", "time": "10:00"], .date),
        Fixture("march third at eleven a m", .giveDatetime, ["date": "2027-03-03", "time": "11:00"], .date),
        Fixture("the fifteenth of june", .giveDatetime, ["date": "2026-06-15"], .date),
        Fixture("any time after four p m", .giveDatetime, ["after": "16:00"], .date),
        Fixture("my name is john smith", .giveName, ["name": "john smith"], .name),
        Fixture("this is maria garcia", .giveName, ["name": "maria garcia"], .name),
        Fixture("it's sarah johnson", .giveName, ["name": "sarah johnson"], .name),
        Fixture("my number is five five five one two three four", .givePhone, ["digits": "5551234"], .phone),
        Fixture(
            "you can reach me at four one five five five five zero one nine nine", .givePhone,
            ["digits": "4155550199"], .phone),
        Fixture("two oh two five five five oh one seven three", .givePhone, ["digits": "2025550173"], .phone),
        Fixture(
            "it's a two thousand eighteen honda civic", .giveVehicle, ["model": "Civic", "year": "2018"], .vehicle),
        Fixture("i drive a toyota corolla", .giveVehicle, ["model": "Corolla"], .vehicle),
        Fixture("yes", .affirm, [:], .confirmation),
        Fixture("yes please that works", .affirm, [:], .confirmation),
        Fixture("that's correct", .affirm, [:], .confirmation),
        Fixture("no", .deny, [:], .confirmation),
        Fixture("no thank you", .deny, [:], .confirmation),
        Fixture("can i speak to a human", .escalation),
        Fixture("let me talk to a real person please", .escalation),
        Fixture("transfer me to the sales department", .escalation, ["dept": "sales"]),
        Fixture("i need to cancel my appointment", .cancel),
        Fixture("can i move my appointment to wednesday", .reschedule, ["day": "wednesday"]),
        Fixture("could you repeat that please", .repeat, [:], .confirmation),
        Fixture("that's all thank you goodbye", .goodbye),
        Fixture(
            "hi i was hoping to get my oil changed sometime on monday", .bookService,
            ["service": "oil change", "day": "monday"]),
        Fixture("my car won't start and i need some help", .bookService),
        Fixture("is there anyone there i could talk to", .escalation),
        Fixture("hang on let me check my calendar", .hold, [:], .date),
        Fixture(
            "would nine thirty on wednesday be possible", .giveDatetime, ["day": "wednesday", "time": "09:30"], .date),
        Fixture("i think friday would be better for me", .giveDatetime, ["day": "friday"], .date),
        Fixture("how late are you open tonight", .faqHours),
        Fixture("i'm calling about the used pickup truck on your website", .other),
        Fixture("um yeah sure go ahead", .affirm, [:], .confirmation),
        Fixture("nope that's not right", .deny, [:], .confirmation),
        Fixture("i just want to talk to somebody in sales", .escalation, ["dept": "sales"]),
        Fixture("the air conditioning stopped working", .bookService, ["service": "air conditioning"]),
    ]

    /// Sounds of attention.
    static let backchannels = [
        "uh huh", "yeah", "okay", "right", "i see", "sure", "mm hmm", "got it", "ah", "hmm okay",
    ]
}
