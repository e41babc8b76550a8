import Document
import Engine
import FoundationEssentials
import Simulation
import Testing

@Suite struct ToolLedgerTests {
    private func call(_ id: String, isWriting: Bool = true, to model: JSON = "Golf") -> ToolCall {
        ToolCall(id: id, name: "book_appt", arguments: ["model": model], isWriting: isWriting, plannedAt: noon)
    }

    @Test("a writing call runs once, and never again when nobody knows how it ended")
    func writesOnce() throws {
        let running = try call("a").applying(.start, at: noon)
        #expect(running.runs == 1)
        #expect(throws: ToolCallError.mayNotRun(id: "a", state: "running")) { try running.applying(.start, at: noon) }
        let lost = try running.applying(.lose, at: noon)
        #expect(lost.state == .unknown)
        #expect(throws: ToolCallError.mayNotRun(id: "a", state: "unknown")) { try lost.applying(.start, at: noon) }
        let found = try lost.applying(.succeed(["appointment": 7]), at: noon)
        #expect(found.state == .succeeded(["appointment": 7]))
        #expect(throws: ToolCallError.mayNotRun(id: "a", state: "succeeded")) { try found.applying(.start, at: noon) }
    }

    @Test("a writing call that failed needs a new id, a reading one may run again")
    func failures() throws {
        let write = try call("a").applying(.start, at: noon).applying(.fail("no bay"), at: noon)
        #expect(throws: ToolCallError.mayNotRun(id: "a", state: "failed")) { try write.applying(.start, at: noon) }
        let read = try call("b", isWriting: false).applying(.start, at: noon).applying(.lose, at: noon)
        #expect(try read.applying(.start, at: noon).runs == 2)
    }

    @Test("what is said twice counts once; another end is an error")
    func idempotent() throws {
        let done = try call("a").applying(.start, at: noon).applying(.succeed(1), at: noon)
        #expect(try done.applying(.succeed(1), at: noon.addingTimeInterval(9)) == done)
        #expect(throws: ToolCallError.mayNotEnd(id: "a", state: "succeeded")) {
            try done.applying(.fail("x"), at: noon)
        }
        #expect(try done.applying(.lose, at: noon) == done)
        #expect(throws: ToolCallError.mayNotEnd(id: "b", state: "planned")) {
            try call("b").applying(.succeed(1), at: noon)
        }
    }

    @Test("reading may run before the turn is certain, writing may not")
    func speculation() throws {
        var ledger = ToolLedger()
        try ledger.plan(call("w"))
        try ledger.plan(call("r", isWriting: false))
        #expect(ledger.ready(isTurnCertain: false).map(\.id) == ["r"])
        #expect(ledger.ready(isTurnCertain: true).map(\.id) == ["w", "r"])
        #expect(ledger.calls.map(\.mayRunSpeculatively) == [false, true])
        #expect(throws: ToolCallError.writesTooSoon(id: "w")) { try ledger.apply(.speculate, to: "w", at: noon) }
        #expect(try ledger.apply(.speculate, to: "r", at: noon).state == .running)
    }

    @Test("an id stands for one call: the same again is the known one, another is an error")
    func identity() throws {
        var ledger = ToolLedger()
        try ledger.plan(call("a"))
        try ledger.apply(.start, to: "a", at: noon)
        #expect(try ledger.plan(call("a")).state == .running)
        #expect(ledger.calls.count == 1)
        #expect(throws: ToolCallError.differentCall(id: "a")) { try ledger.plan(call("a", to: "Polo")) }
        #expect(throws: ToolCallError.unknownCall(id: "b")) { try ledger.apply(.start, to: "b", at: noon) }
    }

    @Test("a full ledger forgets the oldest settled reading call, and never a writing one")
    func bounded() throws {
        var ledger = ToolLedger(capacity: 3)
        try ledger.plan(call("w"))
        try ledger.apply(.start, to: "w", at: noon)
        try ledger.apply(.succeed(nil), to: "w", at: noon)
        for id in ["r1", "r2"] {
            try ledger.plan(call(id, isWriting: false))
            try ledger.apply(.start, to: id, at: noon)
        }
        #expect(throws: ToolCallError.full(3)) { try ledger.plan(call("x")) }
        try ledger.apply(.fail("late"), to: "r2", at: noon)
        try ledger.plan(call("x"))
        #expect(ledger.calls.map(\.id) == ["w", "r1", "x"])
    }

    @Test("a person may approve a call, change its arguments before it runs, or reject it")
    func approval() throws {
        let planned = call("a")
        #expect(planned.approval.details["arguments"] == ["model": "Golf"])
        #expect(planned.approval.options == ["approve", "reject"])
        #expect(planned.decided(Decision("approve")) == planned)
        #expect(planned.decided(Decision("approve", edits: ["model": "Polo"]))?.arguments == ["model": "Polo"])
        #expect(planned.decided(Decision("reject")) == nil)
        let running = try planned.applying(.start, at: noon)
        #expect(running.decided(Decision("approve", edits: ["model": "Polo"])) == running)
    }

    @Test(
        "a ledger reads back as it was written, in every state",
        arguments: [.planned, .running, .succeeded(["n": 1]), .failed("no"), .unknown] as [ToolCall.State])
    func coding(state: ToolCall.State) throws {
        let call = ToolCall(
            id: "a", name: "n", arguments: [1, "two"], isWriting: true, state: state, runs: 1, plannedAt: noon,
            startedAt: noon)
        let data = try JSONEncoder().encode(call)
        #expect(try JSONDecoder().decode(ToolCall.self, from: data) == call)
        let strange = String(decoding: data, as: UTF8.self).replacing(state.name, with: "dreamt")
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ToolCall.self, from: Data(strange.utf8)) }
    }

    /// A process that writes its ledger down, acts, and may be killed before or after each of these.
    private struct Shop {
        var stored = Data()
        var done: [String: Int] = [:]
        var random: SeededGenerator

        /// Runs until killed or until nothing is left to do; true when done.
        mutating func run(until kill: Int) throws -> Bool {
            var steps = kill
            var ledger = try JSONDecoder().decode(ToolLedger.self, from: stored)
            ledger.recover()
            while let call = ledger.calls.first(where: \.mayStart) {
                try ledger.apply(.start, to: call.id, at: noon)
                if steps == 0 { return false }
                steps -= 1
                stored = try JSONEncoder().encode(ledger)
                if steps == 0 { return false }
                steps -= 1
                done[call.id, default: 0] += 1
                if steps == 0 { return false }
                steps -= 1
                try ledger.apply(random.chance(0.2) ? .fail("busy") : .succeed(1), to: call.id, at: noon)
                if call.isWriting || ledger[call.id]?.isSettled == true { stored = try JSONEncoder().encode(ledger) }
            }
            return true
        }
    }

    @Test("whenever the process is killed, no writing call runs twice and every reading one is run", arguments: 0..<40)
    func kills(seed: UInt64) throws {
        var shop = Shop(random: SeededGenerator(seed: seed))
        var ledger = ToolLedger()
        for number in 0..<12 { try ledger.plan(call("c\(number)", isWriting: number % 3 != 0)) }
        shop.stored = try JSONEncoder().encode(ledger)
        for _ in 0..<20 { _ = try shop.run(until: Int.random(in: 0...8, using: &shop.random)) }
        while try !shop.run(until: 1000) {}
        let end = try JSONDecoder().decode(ToolLedger.self, from: shop.stored)
        for call in end.calls {
            if call.isWriting { #expect(shop.done[call.id, default: 0] <= 1, "\(call)") }
            if case .succeeded = call.state { #expect(shop.done[call.id, default: 0] >= 1) }
            if !call.isWriting { #expect(call.state == .succeeded(1)) }
        }
    }
}
