import Access
import ControlAPI
import Delivery
import Document
import Engine
import Foundation
import Host
import Logging
import Prometheus
import Redis
import Speech
import Store

extension Business {
    /// The control API over these conversations, and what it does beside its requests.
    func control(
        _ wanted: ControlConfiguration, _ place: ControlPlace, _ logger: Logger,
        listening: @escaping @Sendable (BoundAddress) async -> Void
    ) async throws -> (server: ControlServer, chores: [@Sendable () async -> Void]) {
        let environment = place.environment
        let configuration = configured(wanted, environment)
        let gatekeeper = try await gatekeeper(configuration, place, logger)
        let sessions = Sessions(
            store: world.sessions, exchange: world.exchange, conversations: reception,
            checkpoints: world.memory.checkpoints)
        var services = ControlServices(
            sessions: sessions, gatekeeper: gatekeeper, database: world.database, office: office)
        services.graph = (try? JSON(encoding: world.graph.outline)) ?? [:]
        if environment.value("PARLEY_RATE_LIMITS") == "off" {
            services.rates = MemoryRateLimiter { _ in RatePolicy(1_000_000) }
        } else if let redis {
            services.rates = RedisRateLimiter(redis)
        }
        if let voice = configuration.voice { services.rooms = try? LiveKitRooms(voice) }
        do throws(ControlError) {
            let server = try ControlServer(configuration, services, logger: logger, listening: listening)
            return (server, controlChores(configuration, gatekeeper, logger))
        } catch {
            throw CommandFailure(process: error)
        }
    }

    private func configured(
        _ wanted: ControlConfiguration, _ environment: [String: String]
    ) -> ControlConfiguration {
        func list(_ name: String) -> [String] {
            (environment.value(name) ?? "").split(separator: ",")
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        var configuration = wanted
        configuration.allowedOrigins = list("PARLEY_ALLOWED_ORIGINS")
        configuration.recordsCalls = environment.value("PARLEY_RECORDINGS") != nil
        configuration.trustsProxy = environment.value("PARLEY_TRUST_PROXY") == "1"
        configuration.metricsToken = environment.value("PARLEY_METRICS_TOKEN").map { Redacted($0) }
        configuration.webhookTargets = TargetPolicy(allowed: Set(list("PARLEY_WEBHOOK_HOSTS")))
        // One address may be many callers' on one's own machine, and is one caller's elsewhere.
        if !configuration.isLoopback { configuration.sessionQuota = 10 }
        let (database, redis) = (world.database, redis)
        configuration.surroundings.database = { (try? await database.pendingDeliveries()) != nil }
        if let redis { configuration.surroundings.redis = { (try? await redis.command(["PING"])) != nil } }
        if let switchboard {
            switchboard.add(EngineMeter(configuration.metrics, prices: switchboard.prices))
            configuration.surroundings.services = { switchboard.conditions }
        }
        if configuration.voice != nil { configuration.surroundings.workers = world.exchange.workers }
        return configuration
    }

    private func gatekeeper(
        _ configuration: ControlConfiguration, _ place: ControlPlace, _ logger: Logger
    ) async throws -> Gatekeeper {
        do throws(AccessError) {
            let access = try AccessConfiguration.fromEnvironment(
                place.environment, isLoopback: configuration.isLoopback, folder: place.folder)
            let tickets: any TicketStore = redis.map { RedisTicketStore($0) } ?? SQLTicketStore(world.database)
            let gatekeeper = Gatekeeper(access, database: world.database, tickets: tickets)
            if let first = access.firstAdmin, try await gatekeeper.welcome(first) {
                logger.notice("the first administrator was made", metadata: ["email": "\(first.email)"])
            }
            return gatekeeper
        } catch {
            throw CommandFailure(.usage, "\(error).")
        }
    }

    private func controlChores(
        _ configuration: ControlConfiguration, _ gatekeeper: Gatekeeper, _ logger: Logger
    ) -> [@Sendable () async -> Void] {
        let (metrics, log, database) = (configuration.metrics, world.log, world.database)
        let courier = WebhookCourier(database, policy: configuration.webhookTargets, logger: logger) { status in
            metrics.count("webhook_deliveries_total", ["result": status == .pending ? "failed" : status.rawValue])
        }
        return [
            { await courier.run() },
            { await EventMeter(metrics).run(log) },
            {
                while !Task.isCancelled {
                    try? await gatekeeper.tidy()
                    try? await database.forgetDeliveries(before: Date().addingTimeInterval(-30 * 86_400))
                    try? await Task.sleep(for: .seconds(3600))
                }
            },
        ]
    }
}
