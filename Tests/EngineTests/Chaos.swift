import Document
import Engine
import FoundationEssentials
import Simulation

/// Lets random things happen to the workshop, and records them.
struct Chaos {
    let graph: RepairCompiled
    private(set) var execution = RepairRun(Repair())
    private(set) var recording = Recording<RepairEvent>()
    private(set) var time = noon
    /// What was done, by number and attempt.
    private(set) var made: [String] = []
    private var random: SeededGenerator

    init(_ graph: RepairCompiled, seed: UInt64) {
        self.graph = graph
        random = SeededGenerator(seed: seed)
    }

    /// One thing happens; what is refused is not recorded. True when it changed anything.
    mutating func happen() throws -> Bool {
        time = time.addingTimeInterval(Double.random(in: 0...4, using: &random))
        let input = pick()
        do {
            let step = try graph.apply(input, to: execution, now: time)
            recording.record(input, at: time)
            execution = step.execution
            made += step.requests.compactMap { request in request.id.map { "\($0)/\(request.attempt)" } }
            return step.isChanged
        } catch {
            guard Self.isRefusal(error) else { throw error }
            return false
        }
    }

    /// Whether the input came too late or there was no room for it.
    private static func isRefusal(_ error: DecisionError) -> Bool {
        switch error {
        case .expired, .step(.tooManyCursors): true
        default: false
        }
    }

    private mutating func pick() -> GraphInput<RepairEvent> {
        let roll = Int.random(in: 0..<100, using: &random)
        let number = Int.random(in: 1...20, using: &random)
        if roll < 45, let request = execution.outstanding.randomElement(using: &random), let id = request.id {
            return .event(random.chance(0.3) ? .broke(id, .failed("busy \(number)")) : .found(id, number))
        }
        if roll < 60, let interrupt = execution.interrupts.filter(\.isPending).randomElement(using: &random) {
            return .decided(interrupt.id, Decision(random.chance(0.7) ? "yes" : "no", edits: ["n": .int(number)]))
        }
        if roll < 75 {
            if random.chance(0.7), let deadline = execution.deadline { time = max(time, deadline) }
            return .woken
        }
        if roll < 78, let id = execution.outstanding.randomElement(using: &random)?.id { return .abandoned(id) }
        if roll < 79 { return .restarted }
        return .event(roll < 90 ? .brought("car \(number)") : .said("hello \(number)"))
    }
}
