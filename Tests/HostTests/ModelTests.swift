import Conversation
import FoundationEssentials
import Host
import Store
import Testing

@Suite struct ModelTests {
    private func host(_ model: ScriptedModel, deadline: Duration = .seconds(5)) throws -> ConversationHost {
        ConversationHost(sessionID: "sess_a", channel: .chat, world: try makeWorld(model: model, deadline: deadline))
    }

    @Test("what the rules do not understand the model may")
    func understood() async throws {
        let model = ScriptedModel(
            "Sure: {\"intent\": \"book_service\", \"service\": \"Oil Change\", \"date\": \"2026-05-05\", \"time\": \"10:00\"}"
        )
        let host = try host(model)
        #expect(
            try await host.reply(to: "gimme that black stuff swapped").text.hasSuffix("May I have your name, please?"))
        #expect(await host.state.bookingSlots.serviceType == "Oil Change")
        #expect(await host.state.confidence == 0.7)
    }

    @Test("what the rules understand the model is not asked")
    func notAsked() async throws {
        let model = ScriptedModel("{\"intent\": \"goodbye\"}")
        _ = try await host(model).reply(to: "where are you located")
        #expect(model.asked == 0)
    }

    @Test(
        "an answer that is none falls back to the rules in the same turn",
        arguments: [
            nil, "", "{}", "}{", "{\"intent\": \"buy_bitcoin\"}", "[1,2]", "{\"intent\": 7}", "{\"intent\": \"other\"",
        ])
    func fallback(answer: String?) async throws {
        let reply = try await host(ScriptedModel(answer)).reply(to: "purple monkey")
        #expect(reply.text.hasPrefix("Sorry, I didn't quite get that."))
    }

    @Test("a model that is too slow falls back to the rules at its deadline")
    func slow() async throws {
        let host = try host(
            ScriptedModel("{\"intent\": \"goodbye\"}", delay: .seconds(60)), deadline: .milliseconds(30))
        let reply = try await host.reply(to: "purple monkey")
        #expect(reply.text.hasPrefix("Sorry"))
        #expect(reply.latency < .seconds(10))
    }

    @Test("facts a model invents are not taken over")
    func invented() async throws {
        let model = ScriptedModel(
            "{\"intent\": \"book_service\", \"service\": \"Free Car\", \"date\": \"soon\", \"phone\": \"12\"}")
        let host = try host(model)
        #expect(try await host.reply(to: "purple monkey").text.hasSuffix("Which service do you need?"))
        #expect(await host.state.bookingSlots.serviceType == nil)
        #expect(await host.state.bookingSlots.customerPhone == nil)
    }
}
