import Access
import ControlAPI
import Foundation
import Prometheus
import ServiceLifecycle
import Testing

@Suite("A worker by itself shows what it measures", .timeLimit(.minutes(1)))
struct MetricsServerTests {
    private func get(_ path: String, from port: Int) async throws -> Answer {
        try await RawConnection.with(port) { connection in
            try await connection.send("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            return Answer(parsing: try await connection.readAll())
        }
    }

    @Test("metrics are counted when they are asked for, and nothing else is there")
    func shown() async throws {
        let metrics = PrometheusMetrics()
        metrics.count("provider_errors_total", ["provider": "deepgram"])
        let address = try #require(MetricsAddress("127.0.0.1:0", token: nil))
        var server = MetricsServer(metrics, at: address, logger: .silent) { $0.set("worker_calls", [:], 3) }
        let (ports, report) = AsyncStream<Int>.makeStream()
        server.listening = { report.yield($0.port) }
        let group = ServiceGroup(services: [server], logger: .silent)
        async let running: Void = group.run()
        let port = try #require(await ports.first { _ in true })
        let answer = try await get("/metrics", from: port)
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(answer.text.contains("worker_calls 3") && answer.text.contains(#"provider="deepgram""#))
        #expect(try await get("/livez", from: port).status == 200)
        #expect(try await get("/api/sessions", from: port).status == 404)
        await group.triggerGracefulShutdown()
        try await running
    }

    @Test(
        "an address is a host and a port",
        arguments: [
            ("0.0.0.0:9464", "0.0.0.0", 9464), ("[::]:9464", "::", 9464), ("localhost:0", "localhost", 0),
        ])
    func address(text: String, host: String, port: Int) throws {
        let address = try #require(MetricsAddress(text, token: nil))
        #expect(address.host == host && address.port == port)
    }

    @Test(
        "what is none is refused",
        arguments: ["", "9464", ":9464", "host:", "host:65536", "host:-1", "::1:9464", "[]:1"])
    func none(text: String) {
        #expect(MetricsAddress(text, token: nil) == nil)
    }
}
