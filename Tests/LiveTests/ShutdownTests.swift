import Document
import Foundation
import Testing

@Suite("The end of the server", .timeLimit(.minutes(1)))
struct ShutdownTests {
    @Test(
        "feeds are told when to come back and end with 1012; those of document 004 with 1001", arguments: [true, false])
    func shutdown(isExtended: Bool) async throws {
        let (ports, open) = AsyncStream<Int>.makeStream()
        let (opened, report) = AsyncStream<Void>.makeStream()
        async let watching: (JSON?, Int) = {
            guard let port = await ports.first(where: { _ in true }) else { return (nil, 0) }
            return try await FeedWatcher.with(port, "/ws/sess_a", .init(extended: isExtended)) { feed in
                _ = try await feed.next()
                report.yield()
                let shutdown = isExtended ? try await feed.frame("shutdown") : nil
                return (shutdown, try await feed.closing())
            }
        }()
        let asked = try await FeedServer.with { server in
            await server.session()
            open.yield(server.port)
            _ = await opened.first { _ in true }
            return ContinuousClock.now
        }
        let (shutdown, code) = try await watching
        #expect(code == (isExtended ? 1012 : 1001))
        #expect((shutdown?["retry_ms"]?.int).map { (0..<5_000).contains($0) } ?? !isExtended)
        #expect(asked.duration(to: .now) < .seconds(3))
    }
}
