import Supervision
import Testing

@Suite("Scope")
struct ScopeTests {
    private let own = Ownership(owner: "usr_a", guests: ["usr_g"])

    @Test("a supervisor sees their own sessions, nobody's, and those they were given")
    func supervisor() {
        #expect(Scope(viewer: .supervisor("usr_a")).shows("s", of: own))
        #expect(Scope(viewer: .supervisor("usr_g")).shows("s", of: own))
        #expect(Scope(viewer: .supervisor("usr_b")).shows("s", of: Ownership()))
        #expect(!Scope(viewer: .supervisor("usr_b")).shows("s", of: own))
    }

    @Test("an operator sees what they were given, a caller their own session")
    func others() {
        #expect(Scope(viewer: .operator("usr_g")).shows("s", of: own))
        #expect(!Scope(viewer: .operator("usr_a")).shows("s", of: Ownership()))
        #expect(Scope(viewer: .caller("s")).shows("s", of: own))
        #expect(!Scope(viewer: .caller("t")).shows("s", of: own))
    }

    @Test("nothing is seen from another workspace")
    func workspaces() {
        #expect(!Scope(workspace: "ws_other", viewer: .everybody).shows("s", of: own))
    }
}
