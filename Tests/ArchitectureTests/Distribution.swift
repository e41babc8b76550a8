/// Percentiles of a few numbers.
struct Distribution {
    private let sorted: [Int]

    init(_ values: [Int]) {
        sorted = values.sorted()
    }

    var median: Int { percentile(50) }
    var ninetieth: Int { percentile(90) }

    /// The smallest value that at least so many percent do not exceed; 0 of nothing.
    private func percentile(_ percent: Int) -> Int {
        guard !sorted.isEmpty else { return 0 }
        return sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
    }
}
