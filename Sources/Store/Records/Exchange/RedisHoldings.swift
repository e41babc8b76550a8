package import FoundationEssentials
package import Redis

/// Who holds which session, among processes that share a Redis server. Time is the server's: `now` is not read.
package struct RedisHoldings: SessionHoldings {
    private let client: RedisClient
    private let lifetime: Int
    private let held: HeldSessions
    private let lifelines: Lifelines?
    /// The process that listens on a lifeline here.
    private let own: String?
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
        _ client: RedisClient, held: HeldSessions, lifelines: Lifelines? = nil, own: String? = nil,
        lifetime: TimeInterval = Holding.lifetime, floor: @escaping @Sendable (String) async -> Int
    ) {
        self.client = client
        self.held = held
        self.lifelines = lifelines
        self.own = own
        self.lifetime = Int(lifetime * 1000)
        self.floor = floor
    }

    package func claim(_ session: String, by process: String, now: Date) async throws(StoreError) -> Holding? {
        let wish: [any RedisArgument] = [process, lifetime, await floor(session), process == own ? 1 : 0]
        var epoch = try await run(HoldingScript.claim, session, wish)
        if epoch == 0, try await bury(session, now: now) {
            epoch = try await run(HoldingScript.claim, session, wish)
        }
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

    package func bury(_ session: String, now: Date) async throws(StoreError) -> Bool {
        guard let lifelines, let (holding, hasLifeline) = try await reading(session), hasLifeline,
            await lifelines.gone(of: [holding.process]).contains(holding.process)
        else { return false }
        return try await run(HoldingScript.release, session, [holding.process, holding.epoch]) > 0
    }

    package func holder(of session: String, now: Date) async throws(StoreError) -> Holding? {
        try await reading(session)?.holding
    }

    private func reading(_ session: String) async throws(StoreError) -> (holding: Holding, hasLifeline: Bool)? {
        do throws(RedisError) {
            let reply = try await client.command(
                ["HMGET", RedisKeys(session).lease, "process", "epoch", "lifeline"])
            let fields = (reply.array ?? []).map(\.text)
            guard fields.count == 3, let process = fields[0], let epoch = fields[1].flatMap({ Int($0) }) else {
                return nil
            }
            return (Holding(session: session, process: process, epoch: epoch), fields[2] == "1")
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
