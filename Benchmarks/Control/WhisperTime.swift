import Document
import Foundation
import HTTP

/// How soon the agent of a real call is silent after a supervisor asked it to be: `whisper.begin` with `when: now`, by the API.
struct WhisperTime {
    private static let calls = 5

    /// The median, in milliseconds, from the acceptance of the request to the agent's speech being cut, both by the log.
    static func measure() throws -> Figure {
        let workshop = try Workshop()
        defer { workshop.close() }
        let server = try workshop.startServer()
        let client = ControlClient(api: server.api)
        var times: [Double] = []
        for _ in 0..<calls {
            let call = try workshop.start([
                "call", "--json", "--api", server.api, "--say", Recordings.path("opening-hours"),
            ])
            times.append(try Visitors.run { try await whisper(client) })
            call.end()
        }
        guard let median = times.median, let most = times.max() else { throw BenchFailure("there were no calls") }
        return Figure(
            value: median, note: "\(times.count) calls, at most \(Int(most.rounded())) ms, plus a frame on its way")
    }

    /// Waits until the agent speaks in a new call, and interrupts it.
    private static func whisper(_ client: ControlClient) async throws -> Double {
        let session = try await client.speakingSession()
        let path = "/api/sessions/\(session)"
        _ = try await client.put("\(path)/control-lease", ["ttl_s": 30])
        let command = try await client.post(
            "\(path)/commands", ["type": "whisper.begin", "excuse": "none", "when": "now"])
        for _ in 0..<100 {
            let events = try await client.events(of: session)
            let cut = events.last { $0["type"] == "speech" && $0["phase"] == "truncated" }
            let accepted = events.first { $0["command_id"] == command["command_id"] && $0["status"] == "accepted" }
            if let cut = time(cut), let accepted = time(accepted), cut >= accepted { return cut - accepted }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw BenchFailure("the agent was not cut off")
    }

    /// Milliseconds.
    private static func time(_ event: JSON?) -> Double? {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return event?["ts"]?.string.flatMap { try? style.parse($0) }.map { $0.timeIntervalSince1970 * 1000 }
    }
}
