package import CoreMetrics
import Synchronization

/// Every series of a process.
package final class PrometheusMetrics: MetricsFactory {
    private let families = Mutex<[String: Family]>([:])
    private let limit: Int

    /// Series of one name.
    private struct Family {
        let kind: Series.Kind
        var series: [String: Series] = [:]
    }

    /// - Parameter limit: series of one name; what comes beyond is counted together, with no labels but `overflow`.
    package init(limit: Int = 1_000) {
        self.limit = limit
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, .counter)
    }

    package func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        series(label, dimensions, .counter)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, .gauge)
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        series(label, dimensions, aggregate ? .histogram : .gauge)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, .histogram)
    }

    /// A series lives as long as its process.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    private func series(_ label: String, _ dimensions: [(String, String)], _ kind: Series.Kind) -> Series {
        let name = MetricName.name(label)
        return families.withLock { families in
            var labels = MetricName.labels(dimensions)
            let family = families[name] ?? Family(kind: kind)
            if let known = family.series[labels] { return known }
            if family.series.count >= limit { labels = #"overflow="true""# }
            let series = family.series[labels] ?? Series(family.kind)
            families[name, default: family].series[labels] = series
            return series
        }
    }

    /// Every series, in the text format, in the order of their names.
    package var exposition: String {
        let families = families.withLock { $0 }
        return families.sorted { $0.key < $1.key }.map { name, family in
            let lines = family.series.sorted { $0.key < $1.key }.flatMap { $0.value.lines(name, $0.key) }
            return "# TYPE \(name) \(family.kind.rawValue)\n" + lines.map { $0 + "\n" }.joined()
        }.joined()
    }
}
