extension [Double] {
    /// The smallest value that so many percent do not exceed (nearest rank); `nil` of none.
    package func percentile(_ percent: Double) -> Double? {
        guard !isEmpty else { return nil }
        let rank = (Double(count) * percent / 100).rounded(.up)
        return sorted()[Swift.min(count - 1, Swift.max(0, Int(rank) - 1))]
    }

    package var median: Double? { percentile(50) }
}
