import Conversation
import Dealership
import Testing

@Suite struct PatienceTests {
    @Test("silence in a booking repeats the question, then gives an example, then ends the call")
    func silence() throws {
        var caller = try Caller()
        try caller.says(all: ["book an oil change for tuesday at nine", "john smith"])
        #expect(try caller.hears(.silence(1)) == "Are you still there? And what's the best phone number for you?")
        #expect(try caller.hears(.silence(2)).hasSuffix("Please tell me your phone number, digit by digit."))
        #expect(caller.vocabulary == "phone")
        #expect(try caller.hears(.silence(3)).hasSuffix("Goodbye."))
        #expect(caller.reply?.endsCall == true)
    }

    @Test("rudeness is met calmly, then with an offer, then with an end")
    func abuse() throws {
        var caller = try Caller(assistance: 1.1)
        caller.reading = { _ in Interpretation(.abuse, 0.9) }
        #expect(try caller.says("you idiot").contains("upset"))
        #expect(try caller.says("you idiot").hasSuffix("Would you like me to find a colleague for you?"))
        #expect(caller.reply?.endsCall == false)
        #expect(try caller.says("you idiot").hasSuffix("Goodbye."))
        #expect(caller.reply?.endsCall == true)
    }

    @Test("confusion never loops: an example, an offer, and then a colleague comes anyway")
    func confused() throws {
        var caller = try Caller()
        var replies: [String] = []
        for text in ["purple monkey", "dishwasher", "banana", "umbrella"] { replies.append(try caller.says(text)) }
        #expect(Set(replies).count == 4)
        #expect(caller.state.escalationInProgress)
    }

    @Test("goodbye in a booking reminds once that nothing is booked")
    func unfinished() throws {
        var caller = try Caller()
        try caller.says("i need an oil change")
        #expect(try caller.says("goodbye").hasSuffix("Shall we finish it?"))
        #expect(caller.vocabulary == "yes_no")
        #expect(caller.reply?.endsCall == false)
        var other = caller
        #expect(try caller.says("bye").hasSuffix("Goodbye."))
        #expect(caller.reply?.endsCall == true)
        #expect(try other.says("yes") == "Which day suits you?")
        try other.says("tomorrow at nine")
        #expect(try other.says("goodbye").hasSuffix("Goodbye."))
    }

    @Test("a tool that fails once is asked again, one that fails twice leads to a colleague, and the booking goes on")
    func outage() throws {
        var caller = try Caller()
        caller.outage = 1
        #expect(try caller.says("where are you located").isEmpty == false)
        #expect(caller.tools.count == 2)
        try caller.says("i need an oil change")
        caller.outage = 2
        #expect(try caller.says("tomorrow at nine").hasSuffix("Would you like me to find a colleague for you?"))
        #expect(try caller.says("no thanks") == "May I have your name, please?")
    }

    @Test("a writing tool that fails is asked again under the same id")
    func writing() throws {
        var caller = try Caller()
        try caller.says(all: [
            "book an oil change for tuesday at nine", "john smith", "five five five one two three four",
        ])
        caller.outage = 1
        #expect(try caller.says("yes").hasPrefix("You're all set"))
        #expect(Set(caller.tools.compactMap(\.callID)).count == 1)
        #expect(caller.desk.appointments.count == 1)
    }

    @Test("slower repeats in short pieces, and from then on the voice is slow")
    func slower() throws {
        var caller = try Caller(assistance: 1.1)
        try caller.says("where are you located")
        #expect(caller.reply?.pace == .normal)
        caller.reading = { _ in Interpretation(.slower, 0.9) }
        #expect(try caller.says("slower please").contains("Of course"))
        #expect(caller.reply?.pace == .slow)
        caller.reading = { _ in nil }
        try caller.says("are you open on sunday")
        #expect(caller.reply?.pace == .slow)
    }
}
