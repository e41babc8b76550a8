import Supervision
import Testing

@testable import Access

@Suite("Permissions") struct PermissionTests {
    /// Everything anybody may do.
    private let table: [Role: Set<String>] = [
        .caller: ["session:create", "session:read", "chat:write", "voice:token", "handoff:request"],
        .operator: [
            "session:read", "voice:token", "command:write", "audio:attach", "handoff:request", "handoff:read",
            "handoff:write",
        ],
        .supervisor: [
            "session:create", "session:read", "session:write", "chat:write", "voice:token", "command:write",
            "audio:attach", "approval:decide", "handoff:request", "handoff:read", "handoff:write",
        ],
        .admin: [
            "session:create", "session:read", "session:write", "chat:write", "voice:token", "command:write",
            "audio:attach", "approval:decide", "handoff:request", "handoff:read", "handoff:write", "audit:read",
            "user:admin", "key:admin", "webhook:admin", "worker:admin", "usage:read", "budget:admin",
        ],
        .worker: ["session:read"],
    ]

    @Test("each role may do what the table says, and nothing else", arguments: Role.allCases)
    func roles(_ role: Role) {
        let principal = Principal(id: "p", role: role)
        #expect(Set(Permission.allCases.filter { principal.may($0) }.map(\.rawValue)) == table[role])
    }

    @Test("what a bearer is limited to never adds anything", arguments: Role.allCases, Permission.allCases)
    func grants(_ role: Role, _ permission: Permission) {
        let limited = Principal(id: "p", role: role, grants: [permission.rawValue, "everything"])
        let isAllowed = Permission.granted(to: role).contains(permission)
        #expect(Permission.allCases.filter { limited.may($0) } == (isAllowed ? [permission] : []))
        #expect(Permission.allCases.allSatisfy { !Principal(id: "p", role: role, grants: []).may($0) })
    }

    @Test("a permission nobody knows is nobody's")
    func unknown() {
        #expect(!Principal(id: "p", role: .admin).may("everything"))
        #expect(!Principal(id: "p", role: .admin, grants: ["everything"]).may("everything"))
        #expect(Principal(id: "p", role: .admin).may("user:admin"))
    }
}
