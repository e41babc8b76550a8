package import FoundationEssentials

/// What a token says, once its signature was found right.
package struct Claims: Hashable, Sendable {
    /// The API key whose secret signed it.
    package var issuer: String
    /// Who the bearer is: `sub`, or `jti` when there is no `sub`. Empty for tokens of servers and workers.
    package var identity: String
    package var expiry: Date?
    package var notBefore: Date?
    package var issuedAt: Date?
    /// `jti`: one token among others (RFC 7519, section 4.1.7).
    package var id: String?
    /// For people to read.
    package var name: String?
    package var kind: ParticipantKind
    /// More about the kind, such as `cloud_agent` or `connector_twilio`.
    package var kindDetails: [String] = []
    package var metadata: String?
    package var attributes: [String: String]
    package var video: VideoGrant?
    /// What the bearer may do beside rooms.
    package var services = ServiceGrants()
    /// Base64 of the SHA-256 of a body, in webhooks.
    package var sha256: String?
    package var roomConfiguration: RoomConfiguration?
    /// The name of settings that the server keeps for rooms.
    package var roomPreset: String?

    package init(issuer: String, identity: String, kind: ParticipantKind = .standard) {
        self.issuer = issuer
        self.identity = identity
        self.kind = kind
        attributes = [:]
    }
}
