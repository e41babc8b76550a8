import Foundation

/// Calls to a `parley dev`, one after the other, and how fast the agent was. All in milliseconds.
///
/// In each the caller asks a question, talks over the answer, and asks another. It measures loud frames as they are sent
/// against loud packets as they arrive; silence at the end of a recording is not the caller's speech.
struct Calls {
    /// Seconds into the agent's answer when it is talked over: none is a multiple of a frame.
    private static let delays = [0.805, 1.013, 1.222, 1.431, 1.639]

    private(set) var stops: [Double] = []
    private(set) var replies: [Double] = []
    /// From the worker's own log: a caller cannot see when the job was assigned.
    private(set) var joins: [Double] = []

    static func place() throws -> Calls {
        let workshop = try Workshop()
        defer { workshop.close() }
        let server = try workshop.startServer()
        var calls = Calls()
        for delay in delays {
            let call = try workshop.start([
                "call", "--json", "--api", server.api, "--say", Recordings.path("opening-hours"),
                "--interrupt", "\(Recordings.path("location"))@\(delay)", "--say", Recordings.path("oil-change-price"),
            ])
            try call.finish(within: .seconds(90))
            try calls.add(CallEvent.all(in: call.lines))
        }
        calls.joins = joins(in: server.child.log)
        return calls
    }

    private mutating func add(_ events: [CallEvent]) {
        stops += events.compactMap(\.stopMilliseconds)
        replies += events.compactMap(\.replyMilliseconds)
    }

    /// From each `job assigned` to the `agent track published` that follows it; calls do not overlap here.
    private static func joins(in log: [String]) -> [Double] {
        var assigned: Double?
        return log.compactMap { line in
            if line.contains("job assigned") { assigned = time(of: line) }
            let isPublished = line.contains("agent track published")
            guard isPublished, let begin = assigned, let end = time(of: line) else { return nil }
            assigned = nil
            // A call may last past midnight.
            return end < begin ? end - begin + 86_400_000 : end - begin
        }
    }

    /// Milliseconds since midnight, from a line that begins with `10:43:22.107`.
    private static func time(of line: String) -> Double? {
        let parts = line.prefix { $0 != " " }.split(separator: ":").compactMap { Double($0) }
        return parts.count == 3 ? (parts[0] * 3600 + parts[1] * 60 + parts[2]) * 1000 : nil
    }
}
