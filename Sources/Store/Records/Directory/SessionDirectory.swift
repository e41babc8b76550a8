package import FoundationEssentials
package import Supervision

/// Every session there is and was, as far as a scope shows it; newest first.
package protocol SessionDirectory: Sendable {
    /// `nil` for what is not there and for what the scope does not show: nobody can tell the difference.
    func record(of session: String, in scope: Scope) async throws(StoreError) -> SessionRecord?

    /// The number of a session's newest event, when it is known without asking anybody.
    func newest(of session: String) -> Int?

    /// A page, and where the next begins; `nil` when this is the last. Throws `invalid` for a cursor that is none of ours.
    func records(_ query: SessionQuery, in scope: Scope) async throws(StoreError) -> (
        page: [SessionRecord], next: String?
    )

    /// Enters a session, or brings its summary up to date; who owns it is decided by the first entry.
    func enter(_ record: SessionRecord, now: Date) async throws(StoreError)

    /// Changes what people write on a session; `false` when the scope does not show it.
    func amend(
        _ session: String, title: String?, tags: [String]?, in scope: Scope
    ) async throws(StoreError) -> Bool

    /// Lets a supervisor or an operator see a session, or no longer.
    func share(_ session: String, with person: String, isShared: Bool) async throws(StoreError)

    /// The questions to people that are open, and those that were, oldest first.
    func approvals(_ status: Approval.Status?, of session: String?, in scope: Scope) async throws(StoreError)
        -> [Approval]
}

extension SessionDirectory {
    package func newest(of session: String) -> Int? { nil }
}
