import Conversation
import Testing

@Suite struct CourtesyTests {
    @Test("the greeting speaks first and the turn is not counted")
    func greeting() throws {
        var caller = try Caller()
        #expect(
            try caller.hears(.began) == "Thank you for calling Riverside Motors. How can I help you today?")
        #expect(caller.path == ["check_notifications", "router", "courtesy", "respond"])
        #expect(caller.state.detectedIntent == "greeting")
        #expect(caller.state.turnCount == 0)
        #expect(caller.state.messages == [Message(.ai, caller.reply?.text ?? "")])
    }

    @Test("questions are answered from the data")
    func answers() throws {
        var caller = try Caller()
        #expect(
            try caller.says("what are your opening hours").hasPrefix("We are open Monday to Friday from 8 AM to 6 PM"))
        #expect(caller.path == ["check_notifications", "router", "faq_agent", "faq_agent", "respond"])
        #expect(caller.state.detectedIntent == "faq")
        #expect(caller.state.currentAgent == .faq)
        #expect(
            try caller.says("how much is an oil change")
                == "An oil change costs between 49 and 89 dollars, and takes about 45 minutes.")
        #expect(try caller.says("what time do you close on saturday") == "On Saturday we are open from 9 AM to 4 PM.")
        #expect(try caller.says("i'm calling about the used pickup truck on your website").contains("Ford F-150"))
        #expect(caller.state.turnCount == 4)
    }

    @Test("repeat says the last reply again, word for word")
    func again() throws {
        var caller = try Caller()
        let first = try caller.says("where are you located")
        #expect(try caller.says("pardon") == first)
        #expect(try caller.says("could you repeat that please") == first)
    }

    @Test("silence is prompted twice and then the call ends")
    func silence() throws {
        var caller = try Caller()
        #expect(try caller.hears(.silence(1)) == "Are you still there?")
        try caller.says("i need an oil change")
        #expect(try caller.hears(.silence(1)) == "Are you still there? Which day suits you?")
        #expect(caller.vocabulary == "date")
        #expect(try caller.hears(.silence(2)).hasPrefix("I'm still here."))
        #expect(try caller.hears(.silence(3)).hasSuffix("Goodbye."))
        #expect(caller.reply?.endsCall == true)
    }

    @Test("what is not understood is explained with examples, and then a colleague is offered")
    func outOfScope() throws {
        var caller = try Caller()
        #expect(try caller.says("purple monkey dishwasher").hasPrefix("Sorry, I didn't quite get that."))
        #expect(try caller.says("banana boat").contains("oil change tomorrow"))
        #expect(try caller.says("banana boat").hasSuffix("Would you like me to find a colleague for you?"))
        #expect(try caller.says("yes").hasPrefix("Let me see whether a colleague is free."))
        #expect(caller.state.escalationInProgress)
    }

    @Test("goodbye ends the call")
    func goodbye() throws {
        var caller = try Caller()
        #expect(try caller.says("that's all thank you goodbye").hasSuffix("Goodbye."))
        #expect(caller.reply?.endsCall == true)
    }

    @Test("a language model is asked only when the rules are unsure, and its failure falls back to them")
    func assistance() throws {
        var caller = try Caller(assistance: 0.5)
        try caller.says("what are your opening hours")
        #expect(!caller.effects.contains { if case .understand = $0 { true } else { false } })
        #expect(try caller.says("purple monkey").hasPrefix("Sorry"))
        #expect(
            caller.effects.contains {
                if case .understand(let said) = $0 { said.text == "purple monkey" } else { false }
            })
        #expect(caller.state.turnCount == 2)
        #expect(caller.state.messages.filter { $0.type == .human }.count == 2)
    }
}
