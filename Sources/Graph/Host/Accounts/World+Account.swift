package import Speech
import Store
import Supervision

extension World {
    /// On whose account a session's engines work. Nobody waits long for a database that does not answer, nor for a session
    /// that it does not know: then it is the first workspace's.
    package func account(of session: String) async -> UsageTag {
        let workspace = await withDeadline(.milliseconds(500)) { [database] in
            try await database.workspace(ofSession: session)
        }
        return UsageTag(session: session, workspace: (workspace ?? nil) ?? Workspace.first)
    }
}
