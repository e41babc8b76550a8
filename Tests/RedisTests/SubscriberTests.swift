import Foundation
import Redis
import Servers
import Testing

@Suite("Who listens on a channel") struct SubscriberTests {
    /// A subscriber's signals, in order.
    private static func listen(
        _ server: RedisServer, timeout: Duration = .seconds(60)
    ) throws -> (RedisSubscriber, AsyncStream<RedisSubscriber.Signal>.Iterator) {
        let (stream, continuation) = AsyncStream.makeStream(of: RedisSubscriber.Signal.self)
        let subscriber = try RedisSubscriber(url: server.url(), channel: "news", timeout: timeout) {
            continuation.yield($0)
        }
        return (subscriber, stream.makeAsyncIterator())
    }

    @Test("it hears what is published, in order, and nothing of other channels")
    func messages() async throws {
        let server = try await RedisServer.start(password: "secret word")
        let client = try RedisClient(url: server.url(), settings: .patient)
        var (subscriber, signals) = try Self.listen(server)
        #expect(await signals.next() == .listening)
        for number in 1...20 {
            try await client.command(["PUBLISH", "other", number])
            try await client.command(["PUBLISH", "news", number])
        }
        try await client.command(["PUBLISH", "news", [UInt8](arrayLiteral: 0xFF)])
        for number in 1...20 { #expect(await signals.next() == .message("\(number)")) }
        #expect(await signals.next() == .message(nil))
        subscriber.close()
        await client.close()
        await server.end()
    }

    @Test("it says when the server is lost, and when it listens again")
    func outage() async throws {
        let server = try await RedisServer.start()
        let client = try RedisClient(url: server.url(), settings: .patient)
        var (subscriber, signals) = try Self.listen(server)
        #expect(await signals.next() == .listening)
        await server.stop()
        #expect(await signals.next() == .lost)
        try await server.restart()
        while await signals.next() != .listening {}
        try await client.command(["PUBLISH", "news", "back"])
        #expect(await signals.next() == .message("back"))
        subscriber.close()
        await client.close()
        await server.end()
    }

    @Test("a server that does not answer any more is lost, one that is only quiet is not")
    func silence() async throws {
        let server = try await RedisServer.start()
        let client = try RedisClient(url: server.url(), settings: .patient)
        var (subscriber, signals) = try Self.listen(server, timeout: .milliseconds(300))
        while await signals.next() != .listening {}
        server.pause()
        #expect(await signals.next() == .lost)
        server.resume()
        while await signals.next() != .listening {}
        subscriber.close()
        await client.close()
        await server.end()
    }

    @Test("what is no address is refused")
    func address() {
        #expect(throws: RedisError.self) { try RedisSubscriber(url: "http://x", channel: "news") { _ in } }
    }
}
