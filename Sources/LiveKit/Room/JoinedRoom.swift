/// The room as the server introduced it.
package struct JoinedRoom: Hashable, Sendable {
    package let name: String
    /// `RM_…`; empty while the server does not know it yet.
    package let sid: String
    /// Our own session id, `PA_…`, and identity.
    package let participantSID: String
    package let identity: String
    package let serverVersion: String
}
