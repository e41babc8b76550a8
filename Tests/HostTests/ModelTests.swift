import Conversation
import FoundationEssentials
import Host
import Speech
import Store
import Testing

@Suite struct ModelTests {
    private func host(_ model: ScriptedModel, deadline: Duration = .seconds(5)) throws -> ConversationHost {
        ConversationHost(
            sessionID: "sess_a", channel: .chat, world: try Setting(model: model, deadline: deadline).world())
    }

    private func calling(_ calls: (String, String)...) -> ScriptedModel {
        ScriptedModel(ChatAnswer(calls: calls.map { ChatToolCall(name: $0.0, arguments: $0.1) }))
    }

    @Test("what the rules do not understand the model may, as an object")
    func understood() async throws {
        let model = ScriptedModel(
            text: "Sure: {\"intent\": \"book_service\", \"service\": \"Oil Change\", \"date\": \"2026-05-05\"}")
        let host = try host(model)
        _ = try await host.reply(to: "gimme that black goo swapped sometime soon")
        #expect(await host.state.bookingSlots.serviceType == "Oil Change")
        #expect(await host.state.bookingSlots.preferredDate == "2026-05-05")
        #expect(await host.state.confidence == 0.7)
    }

    @Test("a call of a tool says what the caller wants; the conversation still asks, reads back and confirms")
    func toolCall() async throws {
        let world = try Setting(model: calling(("book_appt", #"{"service": "Oil Change"}"#))).world()
        let host = ConversationHost(sessionID: "sess_a", channel: .chat, world: world)
        _ = try await host.reply(to: "gimme that black goo swapped")
        #expect(await host.state.bookingSlots.serviceType == "Oil Change")
        #expect(await host.question == .date)
        #expect(try await world.database.appointments().isEmpty)
    }

    @Test("what the rules understand the model is not asked")
    func notAsked() async throws {
        let model = ScriptedModel(text: "{\"intent\": \"goodbye\"}")
        _ = try await host(model).reply(to: "where are you located")
        #expect(model.asked == 0)
    }

    @Test(
        "an answer that is none falls back to the rules in the same turn",
        arguments: [
            nil, "", "{}", "}{", "{\"intent\": \"buy_bitcoin\"}", "[1,2]", "{\"intent\": 7}", "{\"intent\": \"other\"",
            "{\"intent\": \"goodbye\", \"secret\": 1}",
        ])
    func fallback(answer: String?) async throws {
        let rules = try await ConversationHost(sessionID: "sess_r", channel: .chat, world: try Setting().world())
            .reply(to: "purple monkey dishwasher")
        let reply = try await host(ScriptedModel(text: answer)).reply(to: "purple monkey dishwasher")
        #expect(reply.text == rules.text)
    }

    @Test(
        "a call of an unknown tool, or with arguments that are none, falls back to the rules",
        arguments: [
            ("launch_rocket", "{}"), ("cancel", "{\"everything\": true}"), ("book_appt", "not json"),
            ("search_inventory", "{\"year\": \"recent\"}"), ("book_appt", "{\"service\": \"Free Car\"}"), ("", ""),
        ])
    func wrongCall(name: String, arguments: String) async throws {
        let host = try host(calling((name, arguments)))
        _ = try await host.reply(to: "purple monkey dishwasher")
        #expect(await host.state.detectedIntent == "other")
    }

    @Test("a model that is too slow falls back to the rules at its deadline, and the log says why")
    func slow() async throws {
        let model = ScriptedModel(text: "{\"intent\": \"goodbye\"}", delay: .seconds(60))
        let world = try Setting(model: model, deadline: .milliseconds(30)).world()
        let host = ConversationHost(sessionID: "sess_a", channel: .chat, world: world)
        let reply = try await host.reply(to: "purple monkey dishwasher")
        #expect(!reply.endsCall)
        #expect(await world.frames("sess_a").contains("model_fallback"))
    }

    @Test("facts a model invents are not taken over")
    func invented() async throws {
        let model = ScriptedModel(
            text:
                "{\"intent\": \"book_service\", \"date\": \"2026-05-05\", \"name\": \"Bob\", \"phone\": \"5551234567\"}"
        )
        let host = try host(model)
        _ = try await host.reply(to: "purple monkey")
        let slots = await host.state.bookingSlots
        #expect(slots.preferredDate == nil)
        #expect(slots.customerName == nil)
        #expect(slots.customerPhone == nil)
    }

    @Test("a model's words are spoken when they say the same")
    func phrased() async throws {
        let rules = try await ConversationHost(sessionID: "sess_r", channel: .chat, world: try Setting().world())
            .reply(to: "where are you located")
        let words = "Good question! " + rules.text
        let host = try host(ScriptedModel(text: "", words: words))
        #expect(try await host.reply(to: "where are you located").text == words)
        #expect(await host.state.messages.last?.content == words)
    }

    @Test("a model's words with an invented fact are not spoken: the rules' are")
    func inventedWords() async throws {
        let rules = try await ConversationHost(sessionID: "sess_r", channel: .chat, world: try Setting().world())
            .reply(to: "where are you located")
        let host = try host(ScriptedModel(text: "", words: rules.text + " Everything is free on Tuesday."))
        #expect(try await host.reply(to: "where are you located").text == rules.text)
    }
}
