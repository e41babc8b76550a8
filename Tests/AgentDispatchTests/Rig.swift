import AgentDispatch
import Contract
import SwiftProtobuf
import Timing

/// A worker with a clock and a server played by the test.
struct Rig {
    var worker: WorkerRegistration
    private(set) var now = Instant.origin
    private var seen: [WorkerOutput] = []

    init(_ change: (inout WorkerOptions) -> Void = { _ in }) {
        var options = WorkerOptions()
        change(&options)
        worker = WorkerRegistration(options)
    }

    /// Registered, with the first outputs taken away.
    static func registered(_ change: (inout WorkerOptions) -> Void = { _ in }) -> Rig {
        var rig = Rig(change)
        rig.start()
        rig.tell(.opened)
        rig.server { $0.register.workerID = "AW_1" }
        _ = rig.outputs()
        return rig
    }

    mutating func start() {
        worker.start(now: now)
    }

    mutating func tell(_ event: WorkerEvent) {
        worker.handle(event, now: now)
    }

    /// The server says something.
    mutating func server(_ build: (inout Livekit_ServerMessage) -> Void) {
        let message = Livekit_ServerMessage.with { build(&$0) }
        tell(.received((try? message.serializedBytes()) ?? []))
    }

    mutating func offer(_ id: String) {
        server { $0.availability.job.id = id }
    }

    mutating func assign(_ id: String, token: String = "token") {
        server {
            $0.assignment.job.id = id
            $0.assignment.token = token
        }
    }

    /// Time passes, and every timer fires at its time.
    mutating func wait(_ duration: Duration) {
        let end = now + duration
        while let timeout = worker.timeout, timeout <= end {
            now = max(now, timeout)
            worker.handleTimeout(now: now)
            drain()
        }
        now = end
    }

    /// Everything since the last call.
    mutating func outputs() -> [WorkerOutput] {
        drain()
        defer { seen = [] }
        return seen
    }

    /// What was sent since the last call.
    mutating func sent() -> [Livekit_WorkerMessage.OneOf_Message] {
        outputs().compactMap { output in
            guard case .send(let bytes) = output else { return nil }
            return (try? Livekit_WorkerMessage(serializedBytes: bytes))?.message
        }
    }

    private mutating func drain() {
        while let output = worker.pollOutput() { seen.append(output) }
    }
}
