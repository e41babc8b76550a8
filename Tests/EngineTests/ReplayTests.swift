import Engine
import FoundationEssentials
import Testing

@Suite("Replay") struct ReplayTests {
    let graph: RepairCompiled

    init() throws { graph = try RepairGraph.workshop().compile() }

    @Test("whatever happened, its recording leads to the same bytes", arguments: 0..<25)
    func replay(seed: UInt64) throws {
        var chaos = Chaos(graph, seed: seed)
        for _ in 0..<120 { _ = try chaos.happen() }
        let stored = try JSONEncoder().encode(chaos.recording)
        let recording = try JSONDecoder().decode(Recording<RepairEvent>.self, from: stored)
        let again = try graph.replay(recording, from: RepairRun(Repair()))
        #expect(try graph.encode(again) == graph.encode(chaos.execution))
        #expect(again == chaos.execution)
    }

    @Test("a run that is stored and read after every step is the same run", arguments: 0..<10)
    func restarts(seed: UInt64) throws {
        var chaos = Chaos(graph, seed: seed)
        for _ in 0..<120 { _ = try chaos.happen() }
        var execution = RepairRun(Repair())
        for entry in chaos.recording.entries {
            execution = try graph.decode(
                graph.encode(graph.apply(entry.input, to: execution, now: entry.at).execution))
        }
        #expect(execution == chaos.execution)
    }

    @Test("the laws hold at every moment of a run", arguments: 0..<10)
    func laws(seed: UInt64) throws {
        var chaos = Chaos(graph, seed: seed)
        for _ in 0..<150 {
            let before = chaos.execution
            if try !chaos.happen() { #expect(chaos.execution == before) }
            let execution = chaos.execution
            #expect(execution.waiting.count <= 32)
            #expect(try !graph.step(execution, .found(RequestID(100_000), 1), now: chaos.time).isChanged)
            guard let deadline = execution.deadline else { continue }
            #expect(try graph.wake(execution, now: deadline.addingTimeInterval(-0.001)).execution == execution)
            let woken = try graph.wake(execution, now: deadline)
            #expect(woken.isChanged && woken.execution != execution)
        }
    }

    @Test("no attempt of a request is made twice", arguments: 0..<10)
    func attempts(seed: UInt64) throws {
        var chaos = Chaos(graph, seed: seed)
        for _ in 0..<200 { _ = try chaos.happen() }
        #expect(Set(chaos.made).count == chaos.made.count)
        #expect(chaos.made.count > 20)
    }

    @Test("a recording with a gap is not replayed, nor one that does not fit")
    func refused() throws {
        var short = Recording<RepairEvent>(limit: 1)
        short.record(.event(.said("hello")), at: noon)
        #expect(try graph.replay(short, from: RepairRun(Repair())).state.log == ["hello"])
        short.record(.woken, at: noon)
        #expect(throws: ReplayError.incomplete) { try graph.replay(short, from: RepairRun(Repair())) }
        var strange = Recording<RepairEvent>()
        strange.record(.decided(RequestID(3), Decision("yes")), at: noon)
        #expect(throws: ReplayError.diverged(entry: 0, reason: "there is no question #3")) {
            try graph.replay(strange, from: RepairRun(Repair()))
        }
    }
}
