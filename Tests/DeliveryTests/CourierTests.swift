import Conversation
import Delivery
import Document
import Foundation
import HTTP
import Logging
import Servers
import Store
import Synchronization
import Testing

@Suite("The courier")
struct CourierTests {
    private let start = Date(timeIntervalSince1970: 1_800_000_000)

    private func message(_ number: Int, session: String = "sess_a") -> WebhookMessage {
        WebhookMessage(
            id: "evt_\(session)_\(number)", session: session, type: .ping, at: start, data: ["number": .int(number)])
    }

    private func house() async throws -> Database {
        let database = try Database(now: start)
        try await database.prepare()
        return database
    }

    private func endpoint(_ url: String) -> WebhookEndpoint {
        WebhookEndpoint(
            id: "whk_a", workspace: "ws_default", url: url, keys: [.init(WebhookSignature.newSecret())],
            createdAt: start)
    }

    private func courier(_ database: Database, _ server: WebServer, at now: Date) -> WebhookCourier {
        WebhookCourier(
            database, policy: TargetPolicy(allowed: ["127.0.0.1:\(server.port)"]), clock: { now },
            logger: Logger(label: "test"))
    }

    @Test("brings a message with a signature that its receiver finds right")
    func signed() async throws {
        let server = try WebServer()
        let database = try await house()
        let endpoint = endpoint(server.url + "/hook")
        try await database.save(endpoint)
        try await database.send(message(1), to: endpoint)
        #expect(await courier(database, server, at: start).deliver() == 1)
        let request = try #require(server.requests.first)
        #expect(request.line == "POST /hook")
        #expect(try JSON(parsing: request.body)["data"]?["number"] == 1)
        let expected = WebhookSignature.header(
            id: "evt_sess_a_1", at: start, body: request.body, secrets: endpoint.secrets(at: start))
        #expect(request.fields["webhook-signature"] == expected)
        #expect(request.fields["webhook-id"] == "evt_sess_a_1")
        #expect(try await database.deliveries(to: "whk_a", of: "ws_default").map(\.status) == [.delivered])
    }

    @Test("tries again after a failure, when its time has come, and gives up what is refused")
    func again() async throws {
        let isWell = Mutex(false)
        let server = try WebServer { _ in WebServer.Answer(isWell.withLock { $0 } ? 200 : 503) }
        let database = try await house()
        try await database.save(endpoint(server.url))
        try await database.send(message(1), to: endpoint(server.url))
        #expect(await courier(database, server, at: start).deliver() == 1)
        #expect(await courier(database, server, at: start.addingTimeInterval(3)).deliver() == 0)
        isWell.withLock { $0 = true }
        #expect(await courier(database, server, at: start.addingTimeInterval(7)).deliver() == 1)
        let delivery = try await database.deliveries(to: "whk_a", of: "ws_default").first
        #expect(delivery?.status == .delivered)
        #expect(delivery?.attempts == 2)
    }

    @Test("410 disables the endpoint")
    func gone() async throws {
        let server = try WebServer { _ in WebServer.Answer(410) }
        let database = try await house()
        try await database.save(endpoint(server.url))
        try await database.send(message(1), to: endpoint(server.url))
        await courier(database, server, at: start).deliver()
        #expect(try await database.endpoint("whk_a", of: "ws_default")?.isEnabled == false)
        #expect(try await database.deliveries(to: "whk_a", of: "ws_default").map(\.status) == [.dead])
    }

    @Test("a private address that nobody allowed is never connected to")
    func privateNetwork() async throws {
        let server = try WebServer()
        let database = try await house()
        let endpoint = endpoint("https://127.0.0.1:\(server.port)/")
        try await database.save(endpoint)
        try await database.send(message(1), to: endpoint)
        await WebhookCourier(
            database, policy: TargetPolicy(), clock: { [start] in start }, logger: Logger(label: "test")
        )
        .deliver()
        #expect(server.requests.isEmpty)
        #expect(try await database.deliveries(to: "whk_a", of: "ws_default").map(\.status) == [.dead])
    }

    @Test("ten couriers deliver each message once")
    func shared() async throws {
        let server = try WebServer()
        let database = try await house()
        try await database.save(endpoint(server.url))
        for number in 1...40 {
            try await database.send(message(number, session: "sess_\(number)"), to: endpoint(server.url))
        }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<10 {
                group.addTask {
                    while await courier(database, server, at: start).deliver() > 0 {}
                }
            }
        }
        let ids = server.requests.compactMap { $0.fields["webhook-id"] }
        #expect(ids.count == 40)
        #expect(Set(ids).count == 40)
    }
}
