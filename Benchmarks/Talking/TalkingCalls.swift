import Foundation
import NIOCore
import Timing

/// Many calls at once that talk without end, and what a worker needs for them. Its engines cost nothing.
struct TalkingCalls {
    private static let ownCalls = 24
    /// Of livekit-agents, which has a process for each call: with two to five on two cores each took the same.
    private static let peerCalls = 4
    /// Of every answer.
    static let answer = 6.0
    /// The worker's programs must be there in time.
    private static let readiness = Duration.seconds(90)

    let calls: Int
    /// What was noticed by the callers while it was measured.
    let noticed: UnderrunCounter
    /// Processor cores, for each call.
    let cores: Double
    /// Megabytes, for each call beyond the first.
    let memory: Double

    /// Parley's worker.
    static func measure(seconds: Double) throws -> TalkingCalls {
        try measure(ownCalls, seconds: seconds) { workshop, server in
            let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
            return try workshop.start(
                ["talking-worker", "--url", server.livekit, "--seconds", "\(answer)"], program: own)
        }
    }

    /// A worker of livekit-agents, where `PARLEY_PEER_PYTHON` names a Python that has it; `nil` where none is named.
    static func measurePeer(seconds: Double) throws -> TalkingCalls? {
        guard let python = ProcessInfo.processInfo.environment["PARLEY_PEER_PYTHON"], !python.isEmpty else {
            return nil
        }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Peers/livekit_agents_load.py").path
        let wanted = ProcessInfo.processInfo.environment["PARLEY_PEER_CALLS"].flatMap { Int($0) }
        return try measure(max(2, wanted ?? peerCalls), seconds: seconds) { workshop, server in
            let sound = workshop.folder.appendingPathComponent("sound.raw")
            try PreparedSound(seconds: answer).raw.write(to: sound)
            return try workshop.start(
                [script, "start"], program: python,
                environment: [
                    "LIVEKIT_URL": server.livekit, "LIVEKIT_API_KEY": "devkey", "LIVEKIT_API_SECRET": "secret",
                    "SOUND": sound.path,
                ])
        }
    }

    private static func measure(
        _ calls: Int, seconds: Double, worker start: (Workshop, Server) throws -> Child
    ) throws -> TalkingCalls {
        let workshop = try Workshop()
        defer { workshop.close() }
        let server = try workshop.startServer(["--no-worker"])
        let worker = try start(workshop, server)
        _ = try worker.line(within: readiness) { $0 == "ready" }
        let (url, process) = (server.livekit, worker.processNumber)
        return try Visitors.run { try await talk(to: url, process, calls, seconds) }
    }

    private static func talk(
        to url: String, _ worker: Int32, _ calls: Int, _ seconds: Double
    ) async throws -> TalkingCalls {
        var callers = try await TalkingCaller.call(url, 1)
        try await Task.sleep(for: .seconds(answer))
        let one = ProcessTree(of: worker).ownMemory
        callers = try await TalkingCaller.call(url, calls, besides: callers)
        for caller in callers { await caller.begin() }
        let (begin, spent) = (Instant.monotonic(), ProcessTree(of: worker).processorTime)
        var most = 0.0
        while Instant.monotonic() - begin < .milliseconds(Int64(seconds * 1000)) {
            try await Task.sleep(for: .seconds(2))
            most = max(most, ProcessTree(of: worker).ownMemory)
        }
        let time = (Instant.monotonic() - begin).inSeconds
        let cores = (ProcessTree(of: worker).processorTime - spent) / time / Double(calls)
        var noticed = UnderrunCounter()
        for caller in callers {
            noticed = noticed + (await caller.noticed)
            await caller.hangUp()
        }
        return TalkingCalls(calls: calls, noticed: noticed, cores: cores, memory: (most - one) / Double(calls - 1))
    }

    /// What is said of a run: `peer` behind our own.
    func note(_ peer: Result<TalkingCalls?, any Error>, _ value: (TalkingCalls) -> String) -> String {
        let own = "\(noticed.answers) answers in \(calls) calls"
        return switch peer {
        case .success(nil): own + "; livekit-agents is not here: PARLEY_PEER_PYTHON names no Python that has it"
        case .success(let peer?):
            own + "; livekit-agents: \(value(peer)), \(peer.noticed.answers) answers in \(peer.calls) calls"
        case .failure(let error): own + "; livekit-agents was not measured: \(error)"
        }
    }

    /// Holes in answers, and packets that came too late to be heard.
    var underruns: Int { noticed.holes + noticed.late }
}
