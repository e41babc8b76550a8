/// Finds people who take a session over from the agent (control API §10.7).
package protocol HandoffDesk: Sendable {
    /// Asks for a person and returns the handoff's id, without waiting for anybody. Throws when nobody can be asked.
    func request(_ request: HandoffRequest) async throws -> String

    /// Asks for a person and waits until one comes, or nobody will; `nil` when there is nobody who takes calls at all.
    func find(_ request: HandoffRequest) async throws -> HandoffAnswer?
}

extension HandoffDesk {
    package func find(_ request: HandoffRequest) async throws -> HandoffAnswer? { nil }
}
