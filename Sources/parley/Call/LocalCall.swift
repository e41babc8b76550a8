import Conversation
import Document
import Foundation
import FoundationNetworking
import Transport

/// Asks the control API of `parley dev` for a session and a token, as the caller page does.
struct LocalCall: Sendable {
    /// `http://host:port`.
    let api: String

    /// `nil` when nobody listens there.
    func target() async throws(CommandFailure) -> CallTarget? {
        guard let session = try await post("/api/sessions", ["channel": "voice"]) else { return nil }
        guard let id = session["session_id"], let access = try await post("/api/voice/token", ["session_id": id]),
            let token = access["token"]?.string, let url = access["url"]?.string, let server = ServerURL(url)
        else { throw CommandFailure(.failed, "the control API at \(api) gives no token for a call.") }
        return CallTarget(server: server, token: token)
    }

    private func post(_ path: String, _ body: JSON) async throws(CommandFailure) -> JSON? {
        guard let url = URL(string: api + path), url.scheme?.hasPrefix("http") == true else {
            throw CommandFailure(.usage, "'\(api)' is no address of a control API.")
        }
        var request = URLRequest(url: url, timeoutInterval: 10)
        request.httpMethod = "POST"
        request.httpBody = body.data
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        let answer: (body: Data, response: URLResponse)
        do {
            answer = try await URLSession.shared.data(for: request)
        } catch {
            guard (error as? URLError)?.code != .cannotConnectToHost else { return nil }
            throw CommandFailure(
                .unreachable, "the control API at \(api) does not answer: \(error.localizedDescription).")
        }
        let status = (answer.response as? HTTPURLResponse)?.statusCode ?? 0
        let json = try? JSON(parsing: String(decoding: answer.body, as: UTF8.self))
        guard (200...299).contains(status), let json else {
            let detail = json?["detail"]?.string ?? "HTTP status \(status)"
            throw CommandFailure(.failed, "the control API at \(api) refuses a call: \(detail)")
        }
        return json
    }
}
