import Foundation
import Timing

/// The memory of a `parley worker` without calls, with one, and with six at the same time.
///
/// Every call is a conversation with questions and answers, and stays on the line. Callers do not speak in unison: each
/// calls a little after the one before. Of each stage the largest size counts, so that memory which is given back between
/// two words does not make the figure prettier.
struct WorkerMemory {
    private static let further = 5
    /// Between two calls: six are spread over a question and its answer.
    private static let pause = Duration.milliseconds(1700)
    /// How long a stage is watched: the calls' questions and answers fit.
    private static let stage = Duration.seconds(30)

    private(set) var idle: ProcessMemory
    private(set) var one: ProcessMemory
    private(set) var many: ProcessMemory

    static func measure() throws -> WorkerMemory {
        let workshop = try Workshop()
        defer { workshop.close() }
        let server = try workshop.startServer(["--no-worker"])
        let worker = try workshop.start(
            ["worker", "--url", server.livekit, "--database", workshop.folder.appendingPathComponent("w.sqlite").path])
        _ = try worker.find(within: .seconds(60)) { worker.log.first { $0.contains("registered") } }
        usleep(3_000_000)
        let idle = try ProcessMemory(of: worker.processNumber)
        let one = try watch(worker, calls: 1, server, workshop)
        let many = try watch(worker, calls: 1 + further, server, workshop)
        return WorkerMemory(idle: idle, one: one, many: many)
    }

    /// The largest sizes while so many calls talk; they are over when it returns.
    private static func watch(
        _ worker: Child, calls count: Int, _ server: Server, _ workshop: Workshop
    ) throws -> ProcessMemory {
        let calls = try (0..<count).map { number in
            if number > 0 { usleep(UInt32(pause.inMilliseconds * 1000)) }
            return try call(server, workshop)
        }
        for call in calls { _ = try call.line(within: .seconds(60)) { $0.contains("\"answer\"") } }
        let deadline = Instant.monotonic() + stage
        var largest = try ProcessMemory(of: worker.processNumber)
        while Instant.monotonic() < deadline {
            usleep(250_000)
            let now = try ProcessMemory(of: worker.processNumber)
            if now.own > largest.own { largest = now }
        }
        for call in calls { call.end() }
        // The worker notices that the callers are gone.
        usleep(3_000_000)
        return largest
    }

    private static func call(_ server: Server, _ workshop: Workshop) throws -> Child {
        let lines = ["opening-hours", "location", "oil-change-price", "service-appointment"]
        return try workshop.start(
            ["call", "--json", "--url", server.livekit, "--linger", "60"]
                + lines.flatMap { ["--say", Recordings.path($0)] })
    }

    var idleFigure: Figure {
        Figure(value: idle.resident, note: "resident; \(idle.own.formatted(decimals: 1)) MB of it its own")
    }

    /// By the worker's own memory: the recogniser maps the same model files anew for each voice it hears, and the resident
    /// size counts their pages every time.
    var furtherFigure: Figure {
        let growth = (many.own - one.own) / Double(Self.further)
        let (small, large) = (one.own.formatted(decimals: 1), many.own.formatted(decimals: 1))
        let resident = "\(one.resident.formatted(decimals: 0)) and \(many.resident.formatted(decimals: 0)) MB"
        return Figure(
            value: growth,
            note: "its own: \(small) MB in 1 call, \(large) in \(1 + Self.further); resident: \(resident)")
    }
}
