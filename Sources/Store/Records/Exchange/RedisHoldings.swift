package import FoundationEssentials
package import Redis

/// Who holds which session, among processes that share a Redis server. Time is the server's: `now` is not read.
package struct RedisHoldings: SessionHoldings {
    private let client: RedisClient
    private let lifetime: Int
    private let held: HeldSessions
    private let floor: @Sendable (String) async -> Int

    /// - Parameters:
    ///   - lifetime: Seconds a holding lasts.
    ///   - floor: An epoch that a session had before, for a server that has forgotten.
    package init(
        _ client: RedisClient, lifetime: TimeInterval = Holding.lifetime,
        floor: @escaping @Sendable (String) async -> Int = { _ in 0 }
    ) {
        self.init(client, held: HeldSessions(), lifetime: lifetime, floor: floor)
    }

    init(
        _ client: RedisClient, held: HeldSessions, lifetime: TimeInterval = Holding.lifetime,
        floor: @escaping @Sendable (String) async -> Int
    ) {
        self.client = client
        self.held = held
        self.lifetime = Int(lifetime * 1000)
        self.floor = floor
    }

    package func claim(_ session: String, by process: String, now: Date) async throws(StoreError) -> Holding? {
        let epoch = try await run(HoldingScript.claim, session, [process, lifetime, await floor(session)])
        guard epoch > 0 else { return nil }
        let holding = Holding(session: session, process: process, epoch: epoch)
        held[session] = holding
        return holding
    }

    package func renew(_ holding: Holding, now: Date) async throws(StoreError) -> Bool {
        try await run(HoldingScript.renew, holding.session, [holding.process, lifetime, holding.epoch]) > 0
    }

    package func release(_ holding: Holding) async {
        if held[holding.session] == holding { held[holding.session] = nil }
        _ = try? await run(HoldingScript.release, holding.session, [holding.process, holding.epoch])
    }

    package func holder(of session: String, now: Date) async throws(StoreError) -> Holding? {
        do throws(RedisError) {
            let reply = try await client.command(["HMGET", RedisKeys(session).lease, "process", "epoch"])
            let fields = (reply.array ?? []).map(\.text)
            guard fields.count == 2, let process = fields[0], let epoch = fields[1].flatMap({ Int($0) }) else {
                return nil
            }
            return Holding(session: session, process: process, epoch: epoch)
        } catch {
            throw StoreError(error, about: "a holding")
        }
    }

    private func run(
        _ script: String, _ session: String, _ arguments: [any RedisArgument]
    ) async throws(StoreError) -> Int {
        let keys = RedisKeys(session)
        do throws(RedisError) {
            return try await client.script(script, keys: [keys.lease, keys.epoch], arguments).integer ?? 0
        } catch {
            throw StoreError(error, about: "a holding")
        }
    }
}
