import Conversation
import Dealership
import Document
import Engine
import FoundationEssentials
import Testing

@Suite struct ApprovalTests {
    /// A caller whose booking waits for a person.
    private func waiting(speaksAtOnce: Bool = true) throws -> Caller {
        var caller = try Caller(speaksAtOnce: speaksAtOnce) {
            $0.policies = ["book_appt": .approve(within: .seconds(120))]
        }
        try caller.says(all: [
            "book an oil change for tuesday at nine", "john smith", "five five five one two three four",
        ])
        let reply = try caller.says("yes")
        #expect(reply.hasPrefix("A colleague has to confirm that."))
        #expect(reply.hasSuffix("Is there anything else I can do for you?"))
        #expect(caller.desk.appointments.isEmpty)
        return caller
    }

    @Test("the person sees what is to be booked, and until when to decide")
    func question() throws {
        let caller = try waiting()
        let question = try #require(caller.execution.interrupts.first)
        #expect(question.question.kind == "tool_approval")
        #expect(question.question.options == ["approve", "reject", "respond"])
        #expect(question.question.details["customerName"] == "John Smith")
        #expect(question.deadline == caller.time.addingTimeInterval(120))
    }

    @Test("the talk goes on while a person thinks, and the approved booking is told")
    func approve() throws {
        var caller = try waiting()
        #expect(try caller.says("are you open on sunday").hasPrefix("On Sunday we are closed."))
        #expect(
            try caller.isDecided(Decision("approve"))
                == "A colleague has confirmed it. You have an oil change on Tuesday, May 5th at 9 AM.")
        #expect(caller.reply?.priority == .high)
        #expect(caller.desk.appointments.map(\.time.description) == ["09:00"])
        #expect(caller.execution.state.memory.approvals.isEmpty)
        #expect(try caller.says("thanks bye").hasSuffix("Goodbye."))
    }

    @Test("a person may change what is booked")
    func edit() throws {
        var caller = try waiting()
        #expect(try caller.isDecided(Decision("approve", edits: ["time": "10:00"])).contains("at 10 AM"))
        #expect(caller.desk.appointments.map(\.time.description) == ["10:00"])
    }

    @Test("what a person rejects, or changes into nonsense, is not booked")
    func reject() throws {
        var caller = try waiting()
        #expect(try caller.isDecided(Decision("reject", note: "the bay is closed")).contains("the bay is closed"))
        #expect(caller.desk.appointments.isEmpty)
        var other = try waiting()
        #expect(try other.isDecided(Decision("approve", edits: ["time": 7])).contains("couldn't confirm"))
        #expect(other.desk.appointments.isEmpty)
    }

    @Test("when nobody decides in time the caller is told")
    func expiry() throws {
        var caller = try waiting()
        #expect(try caller.waits(119) == "")
        #expect(try caller.waits(2).contains("nobody could confirm that in time"))
        #expect(caller.desk.appointments.isEmpty)
    }

    @Test("in a chat the next reply begins with the decision")
    func chat() throws {
        var caller = try waiting(speaksAtOnce: false)
        #expect(try caller.isDecided(Decision("approve")) == "")
        #expect(try caller.says("are you open on sunday").hasPrefix("A colleague has confirmed it."))
    }
}
