import Foundation
import NIOCore
import Timing

/// Many calls at once that talk without end, and what a worker needs for them. Its engines cost nothing.
struct TalkingCalls {
    private static let ownCalls = 24
    /// Of livekit-agents: as many as two cores bear beside their callers.
    private static let peerCalls = 6
    /// Of every answer.
    static let answer = 6.0
    /// The worker's programs must be there in time …
    private static let readiness = Duration.seconds(90)
    /// … and so must be the first answer of every call.
    private static let joining = 180.0

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
            let weights = Recordings.folder.appendingPathComponent("../../../.models/silero_vad_16k.safetensors").path
            let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
            var arguments = ["talking-worker", "--url", server.livekit, "--seconds", "\(answer)"]
            if FileManager.default.fileExists(atPath: weights) { arguments += ["--weights", weights] }
            return try workshop.start(arguments, program: own)
        }
    }

    /// A worker of livekit-agents, where `PARLEY_PEER_PYTHON` names a Python that has it; `nil` where none is named.
    static func measurePeer(seconds: Double) throws -> TalkingCalls? {
        guard let python = ProcessInfo.processInfo.environment["PARLEY_PEER_PYTHON"], !python.isEmpty else {
            return nil
        }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Peers/livekit_agents_load.py").path
        return try measure(peerCalls, seconds: seconds) { workshop, server in
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
        var callers = try await call([], upTo: 1, url)
        try await Task.sleep(for: .seconds(answer))
        let one = ProcessTree(of: worker).ownMemory
        callers = try await call(callers, upTo: calls, url)
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

    /// More callers, one after the other; returns when each has heard something.
    private static func call(_ callers: [TalkingCaller], upTo count: Int, _ url: String) async throws -> [TalkingCaller]
    {
        let (question, visitors) = (try PreparedSound(seconds: 1.5).packets(), try Visitors(to: url))
        var all = callers
        for number in callers.count..<count {
            let caller = try TalkingCaller(question, on: visitors.loops.next())
            try await caller.call(try visitors.invitation(to: "talk-\(number)", as: "caller-\(number)"))
            all.append(caller)
            try await Task.sleep(for: .milliseconds(300))
        }
        let deadline = Instant.monotonic() + .milliseconds(Int64(joining * 1000))
        for (number, caller) in all.enumerated() {
            while await caller.noticed.packets == 0 {
                guard Instant.monotonic() < deadline else { throw BenchFailure("call \(number) heard nothing") }
                try await Task.sleep(for: .milliseconds(100))
            }
        }
        return all
    }

    /// What is said of a run: `peer` behind our own.
    func note(_ peer: Result<TalkingCalls?, any Error>, _ value: (TalkingCalls) -> String) -> String {
        let own = "\(noticed.answers) answers in \(calls) calls"
        return switch peer {
        case .success(nil): own
        case .success(let peer?):
            own + "; livekit-agents: \(value(peer)), \(peer.noticed.answers) answers in \(peer.calls) calls"
        case .failure(let error): own + "; livekit-agents: \(error)"
        }
    }

    /// Holes in answers, and packets that came too late to be heard.
    var underruns: Int { noticed.holes + noticed.late }
}
