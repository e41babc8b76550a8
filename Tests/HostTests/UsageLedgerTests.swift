import Document
import FoundationEssentials
import Host
import Logging
import Speech
import Store
import Testing

@Suite("Engines are paid from budgets")
struct UsageLedgerTests {
    private let account = UsageTag(session: "s1", workspace: "w")
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    private let switchboard: Switchboard

    init() {
        var prices = PriceList()
        prices["openai", ""] = Price(second: 100)
        switchboard = Switchboard(logger: logger, prices: prices)
    }

    private func report(_ engine: String, seconds: Double, _ outcome: EngineReport.Outcome = .answered) -> EngineReport
    {
        EngineReport(
            kind: .recognition, engine: engine, model: "m", outcome: outcome,
            amount: EngineReport.Amount(seconds: seconds), total: .seconds(1), tag: account)
    }

    @Test("requests are written down with their price; what failed, and what runs here, costs nothing")
    func books() async throws {
        let world = try Setting().world()
        let ledger = UsageLedger(world, switchboard: switchboard, logger: logger)
        ledger.note(report("openai", seconds: 2.5))
        ledger.note(report("openai", seconds: 2.5, .failed))
        ledger.note(report("embedded", seconds: 60))
        await ledger.settle()
        let sums = try await world.database.usage(
            of: "w", from: Setting.start, to: Setting.start + 1, by: .provider)
        #expect(sums.map(\.key) == ["openai", "embedded"])
        #expect(sums.map(\.cost) == [250, 0])
        #expect(sums.map(\.requests) == [2, 1])
    }

    @Test("near its limit a workspace is sparing, beyond it broke; its feed is told of either once")
    func budgets() async throws {
        let world = try Setting().world()
        let ledger = UsageLedger(world, switchboard: switchboard, logger: logger)
        try await world.database.save([Budget(.day, soft: 100, hard: 200)], of: "w", now: Setting.start)
        #expect(ledger.thrift(of: account) == .free)
        for thrift in [Thrift.sparing, .broke] {
            ledger.note(report("openai", seconds: 1))
            for _ in 0..<3 { await ledger.settle() }
            #expect(ledger.thrift(of: account) == thrift)
        }
        #expect(ledger.thrift(of: UsageTag(session: "s2", workspace: "other")) == .free)
        #expect(ledger.thrift(of: nil) == .free)
        let told = await world.log.events(of: "s1", after: 0).filter { $0.type == "usage" }
        #expect(told.map { $0.frame["budget"] } == ["soft", "hard"])
        #expect(told.map { $0.frame["spent_micros"] } == [100, 200])
        #expect(told.map { $0.frame["limit_micros"] } == [100, 200])
    }

    @Test("a circuit that somebody wants reset is reset with the next entry in the books")
    func circuits() async throws {
        let world = try Setting().world()
        let ledger = UsageLedger(world, switchboard: switchboard, logger: logger)
        let model = FallbackChatModel(
            [Link(Candidate("openai"), ScriptedModel(nil))], switchboard: switchboard)
        for _ in 0..<5 { _ = try? await model.answer(ChatRequest([])) }
        await ledger.settle()
        #expect(try await world.database.circuits(now: Setting.start).map(\.state) == ["open"])
        #expect(try await world.database.resetCircuits("llm:openai", now: Setting.start))
        await ledger.settle()
        #expect(switchboard.circuits.map(\.state) == [.closed])
    }
}
