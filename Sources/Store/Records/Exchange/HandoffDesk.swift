/// Finds people who take a session over from the agent (control API §10.7).
package protocol HandoffDesk: Sendable {
    /// Asks for a person and returns the handoff's id, without waiting for anybody. Throws when nobody can be asked.
    func request(_ request: HandoffRequest) async throws -> String
}
