import CoreMetrics

/// Short ways for those who hold the registry itself.
extension PrometheusMetrics {
    package func count(_ name: String, _ labels: [String: String] = [:], by amount: Int = 1) {
        makeCounter(label: name, dimensions: labels.map { ($0.key, $0.value) }).increment(by: Int64(amount))
    }

    package func set(_ name: String, _ labels: [String: String] = [:], _ value: Double) {
        makeMeter(label: name, dimensions: labels.map { ($0.key, $0.value) }).set(value)
    }

    package func observe(_ name: String, _ labels: [String: String] = [:], seconds: Double) {
        makeRecorder(label: name, dimensions: labels.map { ($0.key, $0.value) }, aggregate: true).record(seconds)
    }

    /// What observes seconds in one series, for who does so often.
    package func observer(_ name: String, _ labels: [String: String] = [:]) -> @Sendable (Double) -> Void {
        let recorder = makeRecorder(label: name, dimensions: labels.map { ($0.key, $0.value) }, aggregate: true)
        return { recorder.record($0) }
    }
}
