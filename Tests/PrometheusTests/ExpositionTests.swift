import CoreMetrics
import Prometheus
import Testing

@Suite("Prometheus' text format")
struct ExpositionTests {
    @Test("a counter, a gauge and a histogram")
    func kinds() {
        let metrics = PrometheusMetrics()
        metrics.makeCounter(label: "commands.total", dimensions: [("type", "say"), ("outcome", "applied")])
            .increment(by: 2)
        metrics.makeMeter(label: "sessions_active", dimensions: []).set(3 as Int64)
        metrics.makeTimer(label: "turn_seconds", dimensions: [("stage", "total")]).recordNanoseconds(40_000_000)
        let lines = metrics.exposition.split(separator: "\n").map(String.init)
        #expect(lines.contains(#"commands_total{outcome="applied",type="say"} 2"#))
        #expect(lines.contains("sessions_active 3"))
        #expect(lines.contains(#"turn_seconds_bucket{stage="total",le="0.025"} 0"#))
        #expect(lines.contains(#"turn_seconds_bucket{stage="total",le="0.05"} 1"#))
        #expect(lines.contains(#"turn_seconds_bucket{stage="total",le="+Inf"} 1"#))
        #expect(lines.contains(#"turn_seconds_sum{stage="total"} 0.04"#))
        #expect(lines.contains(#"turn_seconds_count{stage="total"} 1"#))
        #expect(lines.contains("# TYPE turn_seconds histogram"))
    }

    @Test("the same name and labels are the same series")
    func same() {
        let metrics = PrometheusMetrics()
        for _ in 0..<3 { metrics.makeCounter(label: "a", dimensions: [("x", "1"), ("y", "2")]).increment(by: 1) }
        metrics.makeCounter(label: "a", dimensions: [("y", "2"), ("x", "1")]).increment(by: 1)
        #expect(metrics.exposition.contains(#"a{x="1",y="2"} 4"#))
    }

    @Test("labels are escaped and names made harmless")
    func escaping() {
        let metrics = PrometheusMetrics()
        metrics.makeCounter(label: "1 odd-name", dimensions: [("a b", "say \"hi\"\\\n")]).increment(by: 1)
        #expect(metrics.exposition.contains(##"_1_odd_name{a_b="say \"hi\"\\\n"} 1"##))
    }

    @Test("too many series are counted together")
    func bounded() {
        let metrics = PrometheusMetrics(limit: 2)
        for number in 0..<10 { metrics.makeCounter(label: "a", dimensions: [("n", "\(number)")]).increment(by: 1) }
        #expect(metrics.exposition.contains(#"a{overflow="true"} 8"#))
        #expect(metrics.exposition.split(separator: "\n").count == 4)
    }

    @Test("what is no number is not counted")
    func infinite() {
        let metrics = PrometheusMetrics()
        metrics.makeRecorder(label: "a", dimensions: [], aggregate: true).record(.nan)
        #expect(metrics.exposition.contains("a_count 0"))
    }
}
