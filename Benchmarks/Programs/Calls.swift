import Foundation

/// Calls to a `parley dev`, one after the other, and how soon the agent was there. In milliseconds.
struct Calls {
    private static let count = 5

    /// From the worker's own log: a caller cannot see when the job was assigned.
    let joins: [Double]

    static func place() throws -> Calls {
        let workshop = try Workshop()
        defer { workshop.close() }
        let server = try workshop.startServer()
        for _ in 0..<count {
            let call = try workshop.start([
                "call", "--json", "--api", server.api, "--say", Recordings.path("opening-hours"),
            ])
            try call.finish(within: .seconds(90))
        }
        return Calls(joins: joins(in: server.child.log))
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
