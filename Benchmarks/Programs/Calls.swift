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
        calls.joins = server.child.log.compactMap(Self.publishing)
        return calls
    }

    private mutating func add(_ events: [CallEvent]) {
        stops += events.compactMap(\.stopMilliseconds)
        replies += events.compactMap(\.replyMilliseconds)
    }

    /// `… agent track published after_ms=87 …`
    private static func publishing(_ line: String) -> Double? {
        guard line.contains("agent track published"), let mark = line.range(of: "after_ms=") else { return nil }
        return Double(line[mark.upperBound...].prefix { $0.isNumber })
    }
}
