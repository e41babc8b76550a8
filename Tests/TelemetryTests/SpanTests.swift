import Conversation
import Document
import FoundationEssentials
import Speech
import Store
import Telemetry
import Testing

@Suite("A turn is a trace")
struct SpanTests {
    private let played = Date(timeIntervalSince1970: 1_777_888_800)
    private let stages: JSON = [
        "endpointing_ms": 300, "stt_ms": 40, "llm_ms": 200, "queueing_ms": 0, "first_byte_ms": 100, "playout_ms": 10,
        "tts_ms": 110, "total_ms": 650,
    ]

    private func report(_ outcome: EngineReport.Outcome, _ engine: String = "deepgram") -> EngineReport {
        EngineReport(
            kind: .recognition, engine: engine, model: "nova-3", outcome: outcome, firstByte: .milliseconds(20),
            total: .milliseconds(40), tag: UsageTag(session: "s", workspace: "w"))
    }

    @Test("stages follow each other from the caller's last sound to the answer's first, around one root")
    func stagesInOrder() throws {
        let spans = TurnTrace.spans(of: ["turn": 3, "data": stages], in: "s", played: played, [])
        #expect(
            spans.map(\.name) == ["turn", "endpointing", "stt", "llm", "queueing", "first_byte", "playout"])
        let root = try #require(spans.first)
        #expect(root.parent == nil)
        #expect(root.end == played)
        #expect(abs(root.end.timeIntervalSince(root.start) - 0.65) < 1e-6)
        #expect(spans.dropFirst().allSatisfy { $0.parent == root.id && $0.trace == root.trace })
        for (earlier, later) in zip(spans.dropFirst(), spans.dropFirst(2)) { #expect(earlier.end == later.start) }
        #expect(Set(spans.map(\.id)).count == spans.count)
    }

    @Test("a request to an engine is a span that says who did what, and what failed is an error")
    func requests() throws {
        let work = [
            TurnTrace.Work(report(.timedOut), end: played), TurnTrace.Work(report(.answered, "embedded"), end: played),
        ]
        let spans = TurnTrace.spans(of: ["turn": 3], in: "s", played: played, work)
        #expect(spans.map(\.name) == ["turn", "stt deepgram", "stt embedded"])
        #expect(spans.map(\.isError) == [false, true, false])
        let first = try #require(spans.dropFirst().first)
        #expect(first.attributes["parley.model"] == "nova-3")
        #expect(first.attributes["parley.session"] == "s")
        #expect(first.attributes["parley.turn"] == 3)
        #expect(first.attributes["parley.first_byte_ms"] == 20)
    }

    @Test("a message has the names and forms of OTLP's JSON")
    func message() throws {
        var span = Span(
            "turn", in: Span.identifier(bytes: 16), under: "00000000000000aa", from: played, to: played + 0.5,
            ["parley.session": "s", "parley.turn": 7])
        span.isError = true
        let resource = try #require(Span.message([span], service: "shop")["resourceSpans"]?.elements.first)
        #expect(
            resource["resource"]?["attributes"] == [["key": "service.name", "value": ["stringValue": "shop"]]])
        let json = try #require(resource["scopeSpans"]?.elements.first?["spans"]?.elements.first)
        #expect(json["traceId"]?.string?.wholeMatch(of: /[0-9a-f]{32}/) != nil)
        #expect(json["spanId"]?.string?.wholeMatch(of: /[0-9a-f]{16}/) != nil)
        #expect(json["parentSpanId"] == "00000000000000aa")
        #expect(json["kind"] == 1)
        #expect(json["startTimeUnixNano"] == "1777888800000000000")
        #expect(json["endTimeUnixNano"] == "1777888800500000000")
        #expect(json["status"] == ["code": 2])
        #expect(
            json["attributes"] == [
                ["key": "parley.session", "value": ["stringValue": "s"]],
                ["key": "parley.turn", "value": ["intValue": "7"]],
            ])
    }

    @Test("the environment names the collector, its key and this program")
    func settings() throws {
        let settings = try #require(
            ExporterSettings([
                "OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318/",
                "OTEL_EXPORTER_OTLP_HEADERS": "api-key=a%20b, tenant=x,bad,evil=a%0Ab",
            ]))
        #expect(settings.url == "http://c:4318/v1/traces")
        #expect(settings.service == "parley")
        #expect(settings.fields.map(\.name) == ["api-key", "tenant"])
        #expect(settings.fields.map(\.value) == ["a b", "x"])
        #expect(!"\(settings)".contains("a b"))
        #expect(ExporterSettings([:]) == nil)
        #expect(ExporterSettings(["OTEL_EXPORTER_OTLP_ENDPOINT": "file:///etc"]) == nil)
    }
}
