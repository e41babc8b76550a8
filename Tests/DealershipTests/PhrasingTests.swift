import Conversation
import Dealership
import Testing

@Suite struct PhrasingTests {
    @Test("a language model may find better words, and the history has what is said")
    func better() throws {
        var caller = try Caller(phrasing: true)
        caller.better = { plan in "Sure! " + plan.text }
        #expect(try caller.says("i need an oil change").hasPrefix("Sure! I can book an oil change for you."))
        #expect(caller.state.messages.last?.content.hasPrefix("Sure!") == true)
        guard case .phrase(let plan) = caller.effects.first(where: { if case .phrase = $0 { true } else { false } })
        else {
            Issue.record("no plan")
            return
        }
        #expect(plan.heard == "i need an oil change")
        #expect(plan.question == .date)
    }

    @Test("without better words the rules' stand", arguments: [nil, ""])
    func fallback(words: String?) throws {
        var caller = try Caller(phrasing: true)
        caller.better = { _ in words }
        #expect(try caller.says("are you open on sunday") == "On Sunday we are closed.")
    }

    @Test("the greeting, notifications and repetitions are never phrased anew")
    func never() throws {
        var caller = try Caller(phrasing: true)
        caller.better = { _ in "else" }
        #expect(try caller.hears(.began) != "else")
        try caller.says("are you open on sunday")
        #expect(try caller.says("repeat that please") == "else", "what was said is repeated")
        #expect(!caller.effects.contains { if case .phrase = $0 { true } else { false } })
        try caller.says("can i speak to a human")
        var task = BackgroundTask(taskID: caller.state.pendingTasks[0].taskID, status: .completed)
        (task.humanAvailable, task.humanAgentName) = (true, "Sarah")
        #expect(try caller.hears(.task(task)).contains("Sarah"))
    }
}
