import Access
import ControlAPI
import Conversation
import Dealership
import Foundation
import Host
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Store

/// How many requests a second the API answers, against a bare Hummingbird route that answers the same bytes.
struct RequestRate {
    /// Connections that ask, each waiting for its answer.
    private static let askers = 8
    /// Short ones, so that what else the machine does meets both alike.
    private static let rounds = 50
    private static let span = Duration.milliseconds(200)

    /// A router's rate divided by ours, the median of rounds taken in turns.
    static func measure() throws -> Figure {
        try Visitors.run {
            let house = try await house()
            let ours = try await Served.start { address in
                try ControlServer(house.configuration, house.services, logger: quiet) { address.yield($0.port) }
            }
            let load = RequestLoad(path: "/api/sessions/\(house.session)", askers: askers, span: span)
            let body = try load.answer(from: ours.port)
            let bare = try await Served.start { address in
                let router = Router()
                router.get("/api/sessions/:session_id") { _, _ in
                    Response(
                        status: .ok, headers: [.contentType: "application/json"],
                        body: .init(byteBuffer: ByteBuffer(bytes: body)))
                }
                return Application(
                    router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
                    onServerRunning: { address.yield($0.localAddress?.port ?? 0) }, logger: quiet)
            }
            var found: [(ours: Pace, bare: Pace)] = []
            for _ in 0..<rounds { found.append((try pace(of: ours, load), try pace(of: bare, load))) }
            await ours.stop()
            await bare.stop()
            return try figure(found)
        }
    }

    /// Of one round.
    private struct Pace {
        /// Requests a second.
        let rate: Double
        /// Microseconds of processor time for each, the asker's among them.
        let cost: Double
    }

    private static func pace(of served: Served, _ load: RequestLoad) throws -> Pace {
        let spent = ProcessorTime.ofProcess
        let (rate, count) = try load.run(served.port)
        return Pace(rate: rate, cost: (ProcessorTime.ofProcess - spent) / 1e3 / Double(count))
    }

    private static func figure(_ rounds: [(ours: Pace, bare: Pace)]) throws -> Figure {
        guard let ratio = rounds.map({ $0.bare.rate / $0.ours.rate }).median,
            let rates = median(rounds, \.rate), let costs = median(rounds, \.cost)
        else { throw BenchFailure("no round was run") }
        return Figure(
            value: ratio,
            note:
                "\(Int(rates.ours)) requests a second against \(Int(rates.bare)), \(askers) connections, the load on the same "
                + "cores; \(Int(costs.ours)) µs of processor time each against \(Int(costs.bare))")
    }

    private static func median(
        _ rounds: [(ours: Pace, bare: Pace)], _ value: KeyPath<Pace, Double>
    ) -> (ours: Double, bare: Double)? {
        guard let ours = rounds.map({ $0.ours[keyPath: value] }).median,
            let bare = rounds.map({ $0.bare[keyPath: value] }).median
        else { return nil }
        return (ours, bare)
    }

    private struct House: Sendable {
        let configuration: ControlConfiguration
        let services: ControlServices
        let session: String
    }

    private static func house() async throws -> House {
        let database = try Database(now: Date())
        try await database.prepare()
        let world = try World(
            database: database, exchange: .inProcess(database: database), domain: .dealership(timeZone: .gmt))
        let sessions = Sessions(
            store: world.sessions, exchange: world.exchange, conversations: Reception(world: world))
        let gatekeeper = Gatekeeper(AccessConfiguration(mode: .open, secret: .random()), database: database)
        var services = ControlServices(
            sessions: sessions, gatekeeper: gatekeeper, database: database,
            office: HandoffOffice(database, exchange: world.exchange, logger: quiet))
        services.rates = MemoryRateLimiter { _ in RatePolicy(1_000_000_000) }
        let summary = SessionSummary(id: "sess_bench", channel: .chat, startedAt: Date())
        try await world.exchange.directory.enter(SessionRecord(summary), now: Date())
        try await world.sessions.save(summary, now: Date())
        return House(configuration: ControlConfiguration(port: 0), services: services, session: "sess_bench")
    }

    private static var quiet: Logger { Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() } }
}
