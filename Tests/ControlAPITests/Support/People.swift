import Access
import Foundation
import Store
import Supervision

/// Programs of every role, with keys for a server that asks who they are.
struct People {
    /// By role; callers have tokens of a session instead.
    let keys: [Role: NewAPIKey]

    init(_ gatekeeper: Gatekeeper) async throws {
        var keys: [Role: NewAPIKey] = [:]
        for role in [Role.operator, .supervisor, .admin, .worker] {
            keys[role] = try await gatekeeper.makeKey(APIKeyWish(name: role.rawValue, role: role), by: .system)
        }
        self.keys = keys
    }

    func bearer(_ role: Role) -> [String: String] {
        ["Authorization": "Bearer \(keys[role]?.secret.revealed ?? "")"]
    }

    func id(_ role: Role) -> String { keys[role]?.key.id ?? "" }

    /// What a caller of a session shows.
    static func caller(of session: String, _ gatekeeper: Gatekeeper) -> [String: String] {
        ["Authorization": "Bearer \(gatekeeper.callerToken(session).secret.revealed)"]
    }
}
