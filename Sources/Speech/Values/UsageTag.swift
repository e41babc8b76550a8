/// On whose account engines work: set around everything that a call or a chat asks of them.
package struct UsageTag: Hashable, Sendable {
    package var session: String
    package var workspace: String

    package init(session: String, workspace: String) {
        self.session = session
        self.workspace = workspace
    }

    /// The account of the task at hand. Detached tasks begin without.
    @TaskLocal package static var current: UsageTag?
}
