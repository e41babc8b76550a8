/// A request that may come twice: whose it is, where it goes, its key, and what it asks (control API §7).
package struct IdempotentRequest: Hashable, Sendable {
    package let workspace: String
    package let principal: String
    /// Method and path, such as `POST /api/sessions/sess_…/commands`.
    package let route: String
    /// `Idempotency-Key`; 255 bytes at most.
    package let key: String
    /// A digest of the body.
    package let fingerprint: String

    package init(workspace: String, principal: String, route: String, key: String, fingerprint: String) {
        self.workspace = workspace
        self.principal = principal
        self.route = route
        self.key = key
        self.fingerprint = fingerprint
    }
}
