package import FoundationEssentials
package import HTTP
package import Logging
package import Store

/// Takes messages from the outbox to their endpoints. Any number of couriers, in any number of processes, share the work.
package struct WebhookCourier: Sendable {
    /// Time for one attempt.
    private static let timeout = Duration.seconds(10)
    /// Deliveries under way at once.
    private static let handful = 16
    /// How long a delivery is a courier's alone; longer than an attempt may take.
    private static let claim: TimeInterval = 30
    /// An endpoint's answer is not read beyond this.
    private static let longestAnswer = 64 << 10

    private let database: Database
    private let policy: TargetPolicy
    private let schedule: DeliverySchedule
    private let resolver = Resolver()
    private let threads: HTTPThreads
    private let clock: @Sendable () -> Date
    private let logger: Logger
    private let report: @Sendable (WebhookDelivery.Status) -> Void

    /// - Parameter report: told what became of each attempt.
    package init(
        _ database: Database, policy: TargetPolicy, schedule: DeliverySchedule = DeliverySchedule(),
        threads: HTTPThreads = HTTPThreads(threads: 4, capacity: 64),
        clock: @escaping @Sendable () -> Date = { Date() },
        logger: Logger, report: @escaping @Sendable (WebhookDelivery.Status) -> Void = { _ in }
    ) {
        self.database = database
        self.policy = policy
        self.schedule = schedule
        self.threads = threads
        self.clock = clock
        self.logger = logger
        self.report = report
    }

    /// Delivers until it is cancelled; looks for new messages every half second.
    package func run() async {
        while !Task.isCancelled {
            let count = await deliver()
            if count < Self.handful { try? await Task.sleep(for: .milliseconds(500)) }
        }
    }

    /// Makes one round; how many deliveries were attempted.
    @discardableResult
    package func deliver() async -> Int {
        let now = clock()
        do throws(StoreError) {
            let claimed = try await database.claimDeliveries(
                Self.handful, now: now, until: now.addingTimeInterval(Self.claim))
            await withTaskGroup(of: Void.self) { group in
                for (delivery, endpoint) in claimed { group.addTask { await attempt(delivery, endpoint) } }
            }
            return claimed.count
        } catch {
            logger.warning("webhooks wait: the outbox cannot be read", metadata: ["reason": "\(error)"])
            return 0
        }
    }

    private func attempt(_ delivery: WebhookDelivery, _ endpoint: WebhookEndpoint) async {
        let result = endpoint.isEnabled ? await send(delivery, endpoint) : .forbidden("the endpoint is disabled")
        let (settled, disables) = schedule.settled(
            delivery, result, now: clock(), chance: .random(in: 0..<1))
        report(settled.status)
        if settled.status == .dead {
            logger.warning(
                "a webhook was given up",
                metadata: ["endpoint": "\(endpoint.id)", "delivery": "\(delivery.id)", "result": "\(result)"])
        }
        do throws(StoreError) {
            try await database.settle(settled, disablesEndpoint: disables)
        } catch {
            // Its claim runs out, and it is delivered again.
            logger.warning("a webhook's result was not kept", metadata: ["reason": "\(error)"])
        }
    }

    private func send(_ delivery: WebhookDelivery, _ endpoint: WebhookEndpoint) async -> DeliverySchedule.Result {
        let target: WebhookTarget
        do throws(TargetPolicy.Refusal) { target = try policy.target(endpoint.url) } catch {
            return .forbidden(error.reason)
        }
        let addresses = await resolver.addresses(of: target.host)
        guard !addresses.isEmpty else { return .failed("the host's name means nothing") }
        guard let address = addresses.first(where: { policy.permits($0, for: target) }) else {
            return .forbidden(TargetPolicy.Refusal.privateNetwork.reason)
        }
        do throws(HTTPError) {
            return .answered(status: try await threads.run(exchange(delivery, endpoint, at: address)).status)
        } catch .tooLong {
            return .failed("the answer is too long")
        } catch {
            return .failed(error.description)
        }
    }

    private func exchange(
        _ delivery: WebhookDelivery, _ endpoint: WebhookEndpoint, at address: String
    ) -> HTTPExchange {
        let now = clock()
        let signature = WebhookSignature.header(
            id: delivery.event, at: now, body: delivery.body, secrets: endpoint.secrets(at: now))
        var exchange = HTTPExchange(
            .post, endpoint.url,
            fields: [
                ("Content-Type", "application/json"), ("webhook-id", delivery.event),
                ("webhook-timestamp", "\(Int(now.timeIntervalSince1970))"), ("webhook-signature", signature),
            ], body: Array(delivery.body.utf8), timeout: Self.timeout)
        exchange.longestAnswer = Self.longestAnswer
        exchange.address = address
        return exchange
    }
}
