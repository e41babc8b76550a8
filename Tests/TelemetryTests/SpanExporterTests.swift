import Conversation
import Document
import FoundationEssentials
import Logging
import Servers
import Speech
import Store
import Synchronization
import Telemetry
import Testing

@Suite("Spans reach a collector, and nobody waits for it")
struct SpanExporterTests {
    private func exporter(_ server: WebServer) throws -> SpanExporter {
        let settings = try #require(
            ExporterSettings([
                "OTEL_EXPORTER_OTLP_ENDPOINT": server.url, "OTEL_EXPORTER_OTLP_HEADERS": "api-key=k",
            ]))
        return SpanExporter(settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private func spans(_ count: Int) -> [Span] {
        let now = Date(timeIntervalSince1970: 1)
        return (0..<count).map { Span("\($0)", in: "t", under: nil, from: now, to: now) }
    }

    private func names(_ request: WebServer.Request) throws -> [String] {
        let message = try JSON(parsing: request.body)
        return message["resourceSpans"]?.elements.first?["scopeSpans"]?.elements.first?["spans"]?.elements
            .compactMap { $0["name"]?.string } ?? []
    }

    @Test("a turn of a call comes out as one message, with its requests, and without words")
    func turn() async throws {
        let server = try WebServer { _ in WebServer.Answer(200, body: "{}") }
        let exporter = try exporter(server)
        let tracer = TurnTracer(exporter)
        tracer.note(
            EngineReport(
                kind: .model, engine: "openai", model: "m", outcome: .answered, total: .milliseconds(300),
                tag: UsageTag(session: "s", workspace: "w")))
        let log = MemoryEventLog()
        let event = SessionEvent(
            "s", .extra(type: "turn_latency", fields: ["turn": 2, "data": ["llm_ms": 300, "total_ms": 500]]))
        tracer.take(log.append(event, at: Date()))
        // Nothing was asked in this turn as far as this process knows: another one traces it.
        tracer.take(log.append(event, at: Date()))
        await exporter.flush()
        let request = try #require(server.requests.first)
        #expect(server.requests.count == 1)
        #expect(request.line.hasPrefix("POST /v1/traces"))
        #expect(request.fields["api-key"] == "k")
        #expect(request.fields["content-type"] == "application/json")
        #expect(try names(request) == ["turn", "llm", "llm openai"])
    }

    @Test("what a busy collector does not take is sent once more, and then dropped")
    func busy() async throws {
        let server = try WebServer { _ in WebServer.Answer(503) }
        let exporter = try exporter(server)
        exporter.add(spans(3))
        for _ in 0..<3 { await exporter.flush() }
        #expect(server.requests.count == 2)
        #expect(exporter.dropped == 3)
    }

    @Test("what a collector refuses is dropped at once")
    func refused() async throws {
        let server = try WebServer { _ in WebServer.Answer(400) }
        let exporter = try exporter(server)
        exporter.add(spans(3))
        for _ in 0..<2 { await exporter.flush() }
        #expect(server.requests.count == 1)
        #expect(exporter.dropped == 3)
    }

    @Test("only so many wait; they go in batches, in their order")
    func bounded() async throws {
        let server = try WebServer { _ in WebServer.Answer(200) }
        let exporter = try exporter(server)
        exporter.add(spans(3000))
        #expect(exporter.dropped == 952)
        await exporter.flush()
        #expect(try server.requests.map { try names($0).count } == [512, 512, 512, 512])
        #expect(try server.requests.flatMap { try names($0) } == (0..<2048).map { "\($0)" })
    }
}
