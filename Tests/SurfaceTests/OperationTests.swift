import Document
import Supervision
import Surface
import Testing

@Suite("Operations")
struct OperationTests {
    private static let all = Surface.operations

    @Test("no two operations have one name, and no two one address and method")
    func unique() {
        #expect(Set(Self.all.map(\.name)).count == Self.all.count)
        #expect(Set(Self.all.map { "\($0.method) \($0.path)" }).count == Self.all.count)
    }

    @Test("what is open to everybody is this and nothing else")
    func open() {
        let open = Self.all.filter { $0.access == .open }.map(\.name)
        #expect(
            open.sorted() == [
                "asyncAPI", "health", "keySet", "livez", "login", "logout", "openAPI", "readyz", "refresh",
            ])
        #expect(Self.all.filter { $0.access == .signed }.map(\.name).sorted() == ["metrics", "receiveLiveKitWebhook"])
    }

    @Test("what changes something may be sent twice with one key", arguments: Self.all.map(\.name))
    func idempotency(_ name: String) throws {
        let operation = try #require(Self.all.first { $0.name == name })
        guard case .roles = operation.access, [.post, .patch].contains(operation.method) else { return }
        // A ticket may be had as often as one likes; it is used once.
        if operation.name == "createStreamTicket" { return }
        #expect(operation.idempotency != .none)
    }

    @Test("commands and decisions need a key", arguments: ["createCommand", "decideApproval"])
    func required(_ name: String) {
        #expect(Surface.byName[name]?.idempotency == .required)
    }

    @Test("an operation answers with success, and each of its problems is an error", arguments: Self.all.map(\.name))
    func answers(_ name: String) throws {
        let operation = try #require(Self.all.first { $0.name == name })
        #expect(operation.answers.contains { (200...299).contains($0.status) })
        #expect(operation.allProblems.contains(.internal))
        #expect(!operation.summary.hasSuffix("."))
        let words = operation.path.split(separator: "/").filter { $0.hasPrefix("{") }
        #expect(operation.parameters.count { $0.place == .path } == words.count)
        #expect(!operation.parameters.contains { $0.place == .path && !$0.isRequired })
    }

    @Test("a caller may do what a caller's token is for", arguments: Self.all.map(\.name))
    func callers(_ name: String) throws {
        let operation = try #require(Self.all.first { $0.name == name })
        guard case .roles(let roles, let grant) = operation.access, roles.contains(.caller) else { return }
        let granted = ["session:create", "session:read", "chat:write", "voice:token", "handoff:request"]
        #expect(granted.contains(grant))
    }

    @Test("only admins see keys, users, the audit and the workers")
    func administration() {
        for operation in Self.all
        where ["Users and keys", "Oversight", "Webhooks"].contains(operation.chapter) {
            guard case .roles(let roles, _) = operation.access else {
                Issue.record("\(operation.name) is open")
                continue
            }
            #expect(roles == [.admin], "\(operation.name)")
        }
    }
}
