import CoreMetrics
import Synchronization

/// One series: a counter, a gauge, or a histogram of seconds.
final class Series: Sendable {
    enum Kind: String, Hashable, Sendable {
        case counter, gauge, histogram
    }

    private struct State {
        var value = 0.0
        var count = 0
        var buckets = [Int](repeating: 0, count: bounds.count)
    }

    /// Upper bounds of a histogram's buckets; for times, in seconds.
    static let bounds = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
    ]

    private let kind: Kind
    private let state = Mutex(State())

    init(_ kind: Kind) {
        self.kind = kind
    }

    private func add(_ amount: Double) {
        guard amount.isFinite else { return }
        state.withLock { $0.value += amount }
    }

    private func observe(_ value: Double) {
        guard value.isFinite else { return }
        state.withLock { state in
            guard kind == .histogram else { return state.value = value }
            state.value += value
            state.count += 1
            for index in Self.bounds.indices where value <= Self.bounds[index] { state.buckets[index] += 1 }
        }
    }

    /// Its lines in the text format.
    func lines(_ name: String, _ labels: String) -> [String] {
        let state = state.withLock { $0 }
        guard kind == .histogram else { return ["\(name)\(Self.braced(labels)) \(Self.number(state.value))"] }
        let before = labels.isEmpty ? "" : labels + ","
        let buckets = zip(Self.bounds.map(Self.number) + ["+Inf"], state.buckets + [state.count])
        return buckets.map { "\(name)_bucket{\(before)le=\"\($0)\"} \($1)" } + [
            "\(name)_sum\(Self.braced(labels)) \(Self.number(state.value))",
            "\(name)_count\(Self.braced(labels)) \(state.count)",
        ]
    }

    private static func braced(_ labels: String) -> String { labels.isEmpty ? "" : "{\(labels)}" }

    /// Without a fraction where there is none.
    private static func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? "\(value)"
    }
}

extension Series: CounterHandler {
    func increment(by amount: Int64) { add(Double(amount)) }
    func reset() { state.withLock { $0 = State() } }
}

extension Series: FloatingPointCounterHandler {
    func increment(by amount: Double) { add(amount) }
}

extension Series: MeterHandler {
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { state.withLock { $0.value = value } }
    func decrement(by amount: Double) { add(-amount) }
}

extension Series: RecorderHandler {
    func record(_ value: Int64) { observe(Double(value)) }
    func record(_ value: Double) { observe(value) }
}

extension Series: TimerHandler {
    /// A histogram is in seconds, whatever the timer was told.
    func recordNanoseconds(_ duration: Int64) { observe(Double(duration) / 1e9) }
}
