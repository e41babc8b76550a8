import Document
import FoundationEssentials
import Simulation
import Supervision
import Testing

/// Acceptance test 8 of the control API: 10 000 random interleavings, with time, a caller, a stage and lost workers.
@Suite("Interleavings")
struct InterleavingTests {
    private static let final: Set = ["applied", "rejected", "expired", "superseded", "cancelled", "failed"]

    @Test("the crowds get everywhere: every mode, every outcome, every phase")
    func reach() throws {
        var modes: Set<String> = []
        var statuses: Set<String> = []
        var phases: Set<String> = []
        for seed in 0..<1_000 {
            var crowd = Crowd(seed: UInt64(seed))
            for _ in 0..<30 { try crowd.step() }
            modes.formUnion(crowd.scene.records("mode").compactMap { $0["mode"]?.string })
            statuses.formUnion(crowd.scene.records("command").compactMap { $0["status"]?.string })
            phases.formUnion(crowd.scene.records("takeover").compactMap { $0["phase"]?.string })
            phases.formUnion(crowd.scene.records("whisper").compactMap { $0["phase"]?.string })
        }
        #expect(modes == ["ai", "held", "human", "muted"])
        #expect(statuses == Self.final.union(["queued"]))
        #expect(
            phases == [
                "offered", "switching", "human", "reconnecting", "returning", "failed", "none", "pausing", "held",
                "injected", "resuming",
            ])
    }

    @Test("every command gets exactly one final outcome, whatever the order of things", arguments: 0..<10)
    func outcomes(thousand: Int) throws {
        for seed in 0..<1_000 {
            var crowd = Crowd(seed: UInt64(thousand * 1_000 + seed))
            for _ in 0..<30 { try crowd.step() }
            crowd.end()
            let over = crowd.scene.effects.count
            for _ in 0..<3 { crowd.act() }
            var finals: [String: Int] = [:]
            for record in crowd.scene.records("command") where Self.final.contains(record["status"]?.string ?? "") {
                finals[record["command_id"]?.string ?? "", default: 0] += 1
            }
            #expect(crowd.commands.allSatisfy { finals[$0] == 1 }, "seed \(thousand * 1_000 + seed)")
            #expect(!crowd.scene.effects[over...].contains { !$0.isOutcome }, "seed \(thousand * 1_000 + seed)")
        }
    }

    @Test("at most one person has the say, and each new one has a higher fence", arguments: 0..<4)
    func leases(thousand: Int) throws {
        for seed in 0..<250 {
            var crowd = Crowd(seed: UInt64(50_000 + thousand * 1_000 + seed))
            for _ in 0..<40 { try crowd.step() }
            var holder: String?
            var fence = 0
            for record in crowd.scene.records("lease") {
                let next = record["holder"]?["id"]?.string
                let number = record["fence"]?.int ?? -1
                #expect(number == (next == nil || next == holder ? fence : fence + 1))
                (holder, fence) = (next, number)
            }
            #expect(crowd.scene.control.lease?.holder.id == holder)
        }
    }

    @Test("the agent talks again within ten minutes, whatever was left", arguments: 0..<4)
    func neverStuck(thousand: Int) throws {
        for seed in 0..<500 {
            var crowd = Crowd(seed: UInt64(100_000 + thousand * 1_000 + seed))
            for _ in 0..<Int(10 + seed % 40) { try crowd.step() }
            crowd.calmDown()
            #expect(crowd.scene.control.mode == .agent, "seed \(100_000 + thousand * 1_000 + seed)")
            #expect(crowd.scene.isTalking, "seed \(100_000 + thousand * 1_000 + seed)")
        }
    }

    @Test("waking early changes nothing, waking at the timeout makes progress")
    func waking() throws {
        for seed in 0..<1_000 {
            var crowd = Crowd(seed: UInt64(200_000 + seed))
            for _ in 0..<20 {
                try crowd.step()
                var early = crowd.scene.control
                guard let timeout = early.timeout else { continue }
                let before = early
                #expect(early.handle(.woken, now: timeout.addingTimeInterval(-0.001)).isEmpty)
                #expect(early == before)
                _ = early.handle(.woken, now: timeout)
                #expect(early != before)
                #expect(early.timeout.map { $0 > timeout } ?? true)
            }
        }
    }

    @Test("writing it down and reading it back changes nothing")
    func stored() throws {
        for seed in 0..<300 {
            var crowd = Crowd(seed: UInt64(300_000 + seed))
            for _ in 0..<15 {
                try crowd.step()
                let control = crowd.scene.control
                let read = try JSONDecoder().decode(SessionControl.self, from: JSONEncoder().encode(control))
                #expect(read == control)
            }
        }
    }

    @Test("the caller's words are answered or still held, never lost, while a caller is there")
    func words() {
        for seed in 0..<300 {
            var scene = Scene()
            scene.annHolds()
            scene.send(seed % 2 == 0 ? .beginWhisper(.standard, when: .nextTurn) : .pause(say: nil, atMost: 60))
            scene.callerSays("What does it cost?", turn: 7)
            var random = SeededGenerator(seed: UInt64(seed))
            for _ in 0..<5 { scene.pass(Double.random(in: 0...20, using: &random)) }
            scene.pass(200)
            #expect(scene.answers.joined().filter { $0.text == "What does it cost?" }.count == 1)
        }
    }
}

extension SessionControl.Effect {
    fileprivate var isOutcome: Bool {
        switch self {
        case .keep: true
        case .record(type: "command", _): true
        default: false
        }
    }
}

extension Scene {
    /// The last thing the stage was told is to put turns to the graph and to leave the line alone.
    fileprivate var isTalking: Bool {
        let holds = effects.compactMap { if case .holdTurns(let holds) = $0 { holds } else { nil } }.last ?? false
        let quiet = effects.compactMap { if case .quiet(let quiet) = $0 { quiet } else { nil } }.last ?? false
        return !holds && !quiet
    }
}
