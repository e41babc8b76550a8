import Access
import Document
import Store
import Supervision
import Testing

/// A user who has signed in over HTTP.
struct Colleague {
    let id: String
    private let tokens: JSON

    init(named name: String, _ role: Role, skills: [String] = [], _ server: RunningServer) async throws {
        var wish = try UserWish(
            email: EmailAddress("\(name)@example.com"), name: name, role: role,
            password: Redacted("correct horse battery"))
        wish.skills = skills
        id = try await server.gatekeeper.addUser(wish, by: .system).id
        let answer = try await server.post(
            "/api/auth/login", ["email": .string("\(name)@example.com"), "password": "correct horse battery"])
        #expect(answer.status == 200)
        tokens = answer.json
    }

    func send(
        _ server: RunningServer, _ method: String, _ path: String, _ body: JSON? = nil
    ) async throws -> Answer {
        let bearer = ["Authorization": "Bearer \(tokens["access_token"]?.string ?? "")"]
        return try await server.request(method, path, body?.text, headers: bearer)
    }

    func signOut(_ server: RunningServer) async throws -> Answer {
        try await server.post("/api/auth/logout", ["refresh_token": tokens["refresh_token"] ?? .null])
    }

    func status(_ server: RunningServer) async throws -> Presence {
        try await server.gatekeeper.user(id).status
    }
}
