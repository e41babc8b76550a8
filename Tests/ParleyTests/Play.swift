import Timing

@testable import parley

/// A call in virtual time: the script under test, and an agent that sounds when the test says so.
struct Play {
    var script: CallScript
    private(set) var now = Instant.origin
    private(set) var events: [CallEvent] = []
    /// The instants at which the caller's loud frames were sent.
    private(set) var spoken: [Instant] = []

    init(_ lines: [ScriptLine], timings: CallTimings = CallTimings()) {
        script = CallScript(lines, timings: timings, now: .origin)
        script.joined(now: .origin)
    }

    /// Lets time pass; the agent sends a packet every 20 ms, loud or not.
    mutating func pass(_ duration: Duration, agent isLoud: Bool = false) {
        let end = now + duration
        while now < end {
            now += .milliseconds(20)
            script.heard(isLoud: isLoud, now: now)
            if let frame = script.nextFrame(now: now), frame.contains(where: { $0 != 0 }) { spoken.append(now) }
            drain()
        }
    }

    mutating func agentJoins() {
        script.agentJoined("agent-1", now: now)
        drain()
    }

    mutating func agentLeaves(mayReturn: Bool = false) {
        script.agentLeft("agent-1", mayReturn: mayReturn, now: now)
        drain()
    }

    mutating func agentBecomes(_ state: String) {
        script.agentBecame(state)
    }

    mutating func agentShowsWords() {
        script.showedWords(now: now)
    }

    mutating func hangsUp() {
        script.end(.interrupted, now: now)
        drain()
    }

    private mutating func drain() {
        while let event = script.pollEvent() { events.append(event) }
    }

    // MARK: What is looked for

    var replies: [Duration] {
        events.compactMap { if case .answer(_, _, let reply) = $0 { reply } else { nil } }
    }

    var stops: [Duration?] {
        events.compactMap { if case .bargeIn(_, let stop) = $0 { .some(stop) } else { nil } }
    }

    var ending: CallEnding? {
        events.compactMap { if case .ended(let ending, _, _) = $0 { ending } else { nil } }.last
    }
}

extension ScriptLine {
    /// A line of speech between two silences, in milliseconds.
    static func tone(cue: Cue = .afterAgent, before: Int = 0, speech: Int = 1000, after: Int = 0) -> ScriptLine {
        let samples = [
            [Int16](repeating: 0, count: before * 16), [Int16](repeating: 8000, count: speech * 16),
            [Int16](repeating: 0, count: after * 16),
        ]
        return ScriptLine(name: "line", cue: cue, samples: Array(samples.joined()))
    }
}
