import Document
import Foundation
import HTTP

/// A supervisor's requests to a control API.
struct ControlClient: Sendable {
    let api: String

    /// The newest live session, once its agent speaks.
    func speakingSession() async throws -> String {
        for _ in 0..<200 {
            let sessions = try await get("/api/sessions?status=live")["sessions"]?.elements ?? []
            if let session = sessions.first(where: { $0["channel"] == "voice" })?["session_id"]?.string,
                let speech = try await events(of: session).last(where: { $0["type"] == "speech" }),
                speech["phase"] == "started"
            {
                return session
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw BenchFailure("no agent speaks")
    }

    func events(of session: String) async throws -> [JSON] {
        try await get("/api/sessions/\(session)/events?limit=200")["events"]?.elements ?? []
    }

    func get(_ path: String) async throws -> JSON { try await send(.get, path, nil) }

    func post(_ path: String, _ body: JSON) async throws -> JSON { try await send(.post, path, body) }

    func put(_ path: String, _ body: JSON) async throws -> JSON { try await send(.put, path, body) }

    private func send(_ method: HTTPExchange.Method, _ path: String, _ body: JSON?) async throws -> JSON {
        let exchange = HTTPExchange(
            method, api.trimmingSuffix("/") + path,
            fields: [("Content-Type", "application/json"), ("Idempotency-Key", UUID().uuidString)],
            body: body.map { Array($0.text.utf8) } ?? [], timeout: .seconds(10))
        let answer = try await HTTPThreads.shared.run(exchange)
        let text = String(decoding: answer.body, as: UTF8.self)
        guard (200...299).contains(answer.status) else { throw BenchFailure("\(path): \(answer.status) \(text)") }
        return try JSON(parsing: text)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
