import Conversation
import Dealership
import FoundationEssentials
import Testing

/// What callers take back, prefer or move in words of their own.
@Suite struct ChangeOfMindTests {
    let house: House

    init() throws { house = try House() }

    @Test(
        "of several services the last one stands that was not taken back",
        arguments: [
            ("tires i mean fires no brakes my brakes need work", "Brake Service"),
            ("i need my oil changed sorry not the oil the coolant flushed", "Coolant Flush"),
            ("an oil change no wait a tire rotation", "Tire Rotation"),
        ])
    func services(text: String, service: String) {
        let slots = house.heard(text).slots
        #expect(slots.service == service)
        #expect(slots.isCorrection)
    }

    @Test(
        "a surname that is also a word is a name where one was asked for",
        arguments: ["owen price", "abe long", "it's doris day", "my name is vera best"])
    func surnames(text: String) {
        #expect(house.heard(text, .name).intent == .giveName)
    }

    @Test(
        "who cannot keep an appointment wants it moved or cancelled, not another one",
        arguments: [
            ("i'm booked in for wednesday at nine but something came up could i come at eleven instead", .reschedule),
            ("i have an appointment on friday but i sold the car so i won't be needing it", .cancel),
            ("i've got an appointment tomorrow could we do another day", .reschedule),
            ("i have an appointment on friday for new tires and i wonder if i could get in any earlier", .reschedule),
            ("i need to push my oil change back a week", .reschedule),
            ("i think i've got something booked with you can you tell me what it was", .checkAppointment),
        ] as [(String, Intent)])
    func appointments(text: String, intent: Intent) {
        #expect(house.heard(text).intent == intent)
    }

    @Test("patience is not what a caller asks for who goes on to change the day")
    func patience() {
        let found = house.heard("hang on wednesday is no good could we do thursday instead", .phone)
        #expect(found.intent == .giveDatetime)
        #expect(found.slots.day?.weekday == .thursday)
        #expect(house.heard("hang on i have to check", .phone).intent == .hold)
    }

    @Test("an appointment that was told is moved by naming another day")
    func moveWhatWasTold() throws {
        var caller = try Caller()
        try caller.somebodyBooks("2026-05-12", "10:00", "Oil Change", as: ("Linda Nguyen", "5125550118"))
        try caller.says(all: ["when is my appointment", "five one two five five five oh one one eight"])
        let reply = try caller.says("oh that doesn't work can we make it the thirteenth at ten")
        #expect(reply.hasSuffix("So I'll move it to Wednesday, May 13th at 10 AM. Is that right?"))
        try caller.says("yes")
        #expect(caller.desk.appointments.map(\.day.description) == ["2026-05-13"])
    }

    @Test("the day it is on is not where an appointment is moved to, and it keeps its time when told so")
    func sameTime() throws {
        var caller = try Caller()
        try caller.somebodyBooks("2026-05-08", "10:00", "Tire Replacement", as: ("Hector Ruiz", "5125550193"))
        try caller.says("i have an appointment on friday could i come in earlier in the week")
        #expect(try caller.says("five one two five five five oh one nine three").hasSuffix("Which day suits you?"))
        let reply = try caller.says("wednesday the same time please")
        #expect(reply == "So I'll move it to Wednesday, May 6th at 10 AM. Is that right?")
    }

    @Test("who asks for a price and then books means what was asked about")
    func priced() throws {
        var caller = try Caller()
        try caller.says("how much do you charge for an alignment")
        #expect(try caller.says("okay let's set that up for friday at two").hasPrefix("I can book a wheel alignment"))
        #expect(caller.slots.serviceType == "Wheel Alignment")
    }

    @Test("a service that replaces another is named, and a name put in its place is taken")
    func replaced() throws {
        var caller = try Caller()
        try caller.says(all: ["i want new tires on friday at nine", "stella morgan"])
        #expect(try caller.says("just rotate the ones i have").hasPrefix("I can book a tire rotation for you."))
        try caller.says("put it under my husband's name george finch")
        #expect(caller.slots.customerName == "George Finch")
    }

    @Test("a part of a name that is spelled keeps the other part")
    func spelled() throws {
        var caller = try Caller()
        try caller.says(all: ["oil change saturday at ten please", "karen march", "no sorry it's marsh m a r s h"])
        #expect(caller.slots.customerName == "Karen Marsh")
    }

    @Test("a service is named to a caller who only told what is wrong, and not to one who named it")
    func symptom() throws {
        var caller = try Caller()
        try caller.says("i need an appointment")
        #expect(try caller.says("it keeps stalling").hasPrefix("I can book an engine diagnostic for you."))
        var other = try Caller()
        try other.says("i need an appointment")
        #expect(try other.says("an oil change") == "Which day suits you?")
    }

    @Test("the day is named where the caller left it open or asks which it is")
    func whichDay() throws {
        var caller = try Caller()
        #expect(try caller.says("can you do an oil change this weekend").contains("On Saturday, May 9th I have"))
        var other = try Caller()
        try other.says("i need an oil change the day after tomorrow")
        #expect(try other.says("what day is that").contains("On Wednesday, May 6th I have"))
    }

    @Test("in America a number of eight or nine digits is not whole")
    func eightDigits() throws {
        let zone = try #require(TimeZone(identifier: "America/New_York"))
        var caller = try Caller { $0.timeZone = zone }
        try caller.says(all: ["oil change tomorrow at two pm", "sylvia ray"])
        try caller.says("five one two five five five oh one")
        #expect(caller.vocabulary == "phone")
        #expect(caller.slots.customerPhone == nil)
    }
}
