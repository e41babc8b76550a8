package import FoundationEssentials

// A server renews the tokens of those who are in its rooms, so that they can come back after an accident.
extension AccessToken {
    /// A refreshed token lives at least this long.
    private static let shortestRefreshed = Duration.seconds(600)

    /// A token that says what `claims` say; the room's configuration is left out, for the room exists.
    package init(refreshing claims: Claims) {
        self.init(
            identity: claims.identity, name: claims.name, kind: claims.kind, grants: claims.video,
            attributes: claims.attributes, metadata: claims.metadata)
        kindDetails = claims.kindDetails
        services = claims.services
    }

    /// How long the successor of a token lives: what remained of the first, but ten minutes at least.
    package static func refreshedLifetime(of claims: Claims, now: Date) -> Duration {
        let left = claims.expiry?.timeIntervalSince(now) ?? 0
        return max(shortestRefreshed, .seconds(Int64(exactly: left.rounded(.down)) ?? 0))
    }
}
