package import FoundationEssentials
internal import Secure

/// A token to be signed: who, and what for.
package struct AccessToken: Hashable, Sendable {
    package static let defaultLifetime = Duration.seconds(6 * 60 * 60)

    /// Empty for servers and workers; at most 256 bytes for a participant, or the server refuses it.
    package var identity: String
    package var name: String?
    package var kind: ParticipantKind
    package var grants: VideoGrant?
    package var attributes: [String: String]
    package var metadata: String?
    /// Base64 of a body's SHA-256, in webhooks.
    package var sha256: String?
    package var roomConfiguration: RoomConfiguration?
    /// `jti`, to tell tokens apart.
    package var id: String?
    package var kindDetails: [String] = []
    package var services = ServiceGrants()
    package var roomPreset: String?

    package init(
        identity: String = "", name: String? = nil, kind: ParticipantKind = .standard, grants: VideoGrant? = nil,
        attributes: [String: String] = [:], metadata: String? = nil, sha256: String? = nil,
        roomConfiguration: RoomConfiguration? = nil
    ) {
        self.identity = identity
        self.name = name
        self.kind = kind
        self.grants = grants
        self.attributes = attributes
        self.metadata = metadata
        self.sha256 = sha256
        self.roomConfiguration = roomConfiguration
    }

    /// The token as text, valid from `now` on.
    package func signed(
        key: String, secret: String, now: Date, validFor lifetime: Duration = defaultLifetime
    ) throws(TokenError) -> String {
        guard !key.isEmpty, !secret.isEmpty else { throw .missingKey }
        let payload: Data
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            payload = try encoder.encode(claims(issuer: key, now: now, lifetime: lifetime))
        } catch {
            throw .malformed
        }
        let signed = Base64URL.encode(#"{"alg":"HS256","typ":"JWT"}"#.utf8) + "." + Base64URL.encode(payload)
        let signature = HMAC.sha256(key: Array(secret.utf8), message: Array(signed.utf8))
        return signed + "." + Base64URL.encode(signature)
    }

    private func claims(issuer: String, now: Date, lifetime: Duration) -> Claims {
        var claims = Claims(issuer: issuer, identity: identity, kind: kind)
        claims.expiry = now.addingTimeInterval(TimeInterval(lifetime.components.seconds))
        claims.notBefore = now
        claims.issuedAt = now
        claims.name = name
        claims.metadata = metadata
        claims.attributes = attributes
        claims.video = grants
        claims.sha256 = sha256
        claims.roomConfiguration = roomConfiguration
        claims.id = id
        claims.kindDetails = kindDetails
        claims.services = services
        claims.roomPreset = roomPreset
        return claims
    }
}
