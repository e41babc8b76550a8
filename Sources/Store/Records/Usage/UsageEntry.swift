package import FoundationEssentials

/// One request to one engine, as the ledger keeps it.
package struct UsageEntry: Hashable, Sendable {
    /// Unique; the same entry twice is one.
    package var id: String
    package var session: String
    package var workspace: String
    /// `stt`, `tts` or `llm`.
    package var kind: String
    package var provider: String
    package var model: String
    package var outcome: String
    package var soundMilliseconds = 0
    package var characters = 0
    package var inputTokens = 0
    package var outputTokens = 0
    /// Millionths of the currency.
    package var cost = 0
    package var at: Date

    package init(id: String, session: String, workspace: String, at: Date) {
        self.id = id
        self.session = session
        self.workspace = workspace
        self.at = at
        (kind, provider, model, outcome) = ("", "", "", "")
    }
}
