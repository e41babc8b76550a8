import Conversation
import Document
import FoundationEssentials
import Host
import Logging
import Speech
import Store
import Supervision
import Testing

@Suite("A chat is on its workspace's account")
struct ChatAccountTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    private let odd = "purple monkey dishwasher"

    /// A chat of the workspace `w` whose model costs, and the books.
    private func chat(
        _ model: ScriptedModel, _ test: (ConversationHost, World, UsageLedger) async throws -> Void
    ) async throws {
        var prices = PriceList()
        prices["openai", ""] = Price(inputTokens: 1000, outputTokens: 1000)
        let switchboard = Switchboard(logger: logger, prices: prices)
        let chain = FallbackChatModel(
            [Link(Candidate("openai", price: prices.usual(.model, "openai", "m")), model)], switchboard: switchboard)
        let world = try Setting(model: chain).world()
        let ledger = UsageLedger(world, switchboard: switchboard, logger: logger)
        switchboard.add(ledger)
        switchboard.obey(ledger)
        let summary = SessionSummary(id: "sess_a", channel: .chat, startedAt: Setting.start)
        try await SQLSessionDirectory(world.database).enter(
            SessionRecord(summary, ownership: Ownership(workspace: "w", owner: nil)), now: Setting.start)
        let host = ConversationHost(sessionID: "sess_a", channel: .chat, world: world)
        try await test(host, world, ledger)
    }

    @Test("what the model costs is on the session and the workspace")
    func paid() async throws {
        try await chat(ScriptedModel(text: #"{"intent": "other"}"#)) { host, world, ledger in
            _ = try await host.reply(to: odd)
            await ledger.settle()
            let (from, to) = (Setting.start, Setting.start + 1)
            let sums = try await world.database.usage(of: "w", from: from, to: to, by: .session)
            #expect(sums.map(\.key) == ["sess_a"])
            #expect(sums.allSatisfy { $0.cost > 0 && $0.inputTokens > 0 })
            #expect(try await world.database.usage(of: Workspace.first, from: from, to: to, by: .session).isEmpty)
        }
    }

    @Test("beyond the hard limit the rules answer alone, and cost nothing")
    func broke() async throws {
        let model = ScriptedModel(text: #"{"intent": "goodbye"}"#)
        try await chat(model) { host, world, ledger in
            try await world.database.save([Budget(.day, hard: 1)], of: "w", now: Setting.start)
            _ = try await host.reply(to: odd)
            #expect(model.asked == 1)
            await ledger.settle()
            let spent = try await world.database.budgets(of: "w", now: Setting.start).map(\.spent)
            let reply = try await host.reply(to: odd)
            await ledger.settle()
            #expect(model.asked == 1 && !reply.endsCall && !reply.text.isEmpty)
            #expect(try await world.database.budgets(of: "w", now: Setting.start).map(\.spent) == spent)
        }
    }
}
