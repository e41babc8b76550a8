import FoundationEssentials
import HTTP

/// Checks tokens of another issuer with the keys it publishes.
actor IssuerKeys {
    nonisolated let issuer: ExternalIssuer
    /// Fetches the key set; `nil` when there is none.
    private let fetch: @Sendable (String) async -> [UInt8]?
    private var cache = KeySetCache()
    private var fetching: Task<[UInt8]?, Never>?

    /// - Parameter fetch: how a key set is fetched; by libcurl.
    init(_ issuer: ExternalIssuer, fetch: @escaping @Sendable (String) async -> [UInt8]? = IssuerKeys.download) {
        self.issuer = issuer
        self.fetch = fetch
    }

    /// Who bears a token, and until when. Throws `unauthenticated`, and `unavailable` while there are no keys at all.
    func admit(_ token: SignedToken, now: Date) async throws(AccessError) -> Admission {
        guard token.algorithm != .hs256 else { throw .unauthenticated(.unsupportedAlgorithm) }
        let keys = try await keys(for: token, now: now)
        guard keys.contains(where: { $0.verifies(token.signature, of: token.message) }) else {
            throw .unauthenticated(.wrongSignature)
        }
        let registered = try RegisteredClaims(token.claims, from: issuer.name, to: issuer.audience, now: now)
        // Not every issuer numbers its tokens; the signature is as good a number.
        let id = registered.id ?? OpaqueSecret.digest(String(decoding: token.message, as: UTF8.self))
        return Admission(
            try issuer.principal(token.claims, registered), by: .token(id: id), until: registered.expiresAt)
    }

    private func keys(for token: SignedToken, now: Date) async throws(AccessError) -> [PublicKey] {
        switch cache.step(token.keyID, token.algorithm, now: now) {
        case .use(let keys): return keys
        case .refuse: if fetching == nil { break } else { await refresh(now: now) }
        case .fetch: await refresh(now: now)
        }
        let known = cache.known(token.keyID, token.algorithm)
        if !known.isEmpty { return known }
        if cache.isEmpty { throw .unavailable("the issuer's keys cannot be fetched") }
        throw .unauthenticated(.unknownKey)
    }

    /// Fetches the keys; who comes meanwhile waits for the same answer.
    private func refresh(now: Date) async {
        let url = issuer.keysURL
        let task = fetching ?? Task { [fetch] in await fetch(url) }
        fetching = task
        let body = await task.value
        fetching = nil
        cache.take(body.flatMap { KeySet($0) }, now: now)
    }

    /// The body of a key set: 64 KiB at most, within 5 seconds.
    @Sendable private static func download(_ url: String) async -> [UInt8]? {
        var exchange = HTTPExchange(.get, url, fields: [("Accept", "application/json")], timeout: .seconds(5))
        exchange.longestAnswer = 64 << 10
        guard let answer = try? await HTTPThreads.shared.run(exchange), answer.status == 200 else { return nil }
        return answer.body
    }
}
