/// What several readings of one kind of fact come to.
struct Settlement<Value: Hashable> {
    /// The values that are meant: one, or several to choose from, or none.
    private(set) var values: [Value] = []
    /// Where they were read.
    private(set) var ranges: [Range<Int>] = []
    /// Whether one of the readings was refused or replaced: "not tuesday, wednesday".
    private(set) var isCorrection = false

    /// Refused readings are dropped; what is said to be better, or in correction of another, replaces it; "or" leaves a
    /// choice.
    init(_ readings: [Reading<[Value]>], in words: [String]) {
        let better = readings.lastIndex { Corrections.isPreferred($0.range, in: words) } ?? 0
        isCorrection = better > 0
        for reading in readings[min(better, readings.count)...] {
            if Refusal.covers(reading.range, in: words) {
                isCorrection = isCorrection || Refusal.isCorrection(reading.range, in: words)
                continue
            }
            guard let last = ranges.last else {
                take(reading)
                continue
            }
            let gap = words[last.upperBound..<max(last.upperBound, reading.range.lowerBound)]
            if gap.count <= 4, gap.contains("or") {
                values += reading.value.filter { !values.contains($0) }
                ranges.append(reading.range)
            } else if Corrections.replaces(gap, in: words, last) {
                (values, ranges, isCorrection) = ([], [], true)
                take(reading)
            }
        }
    }

    var single: Value? { values.count == 1 ? values[0] : nil }

    private mutating func take(_ reading: Reading<[Value]>) {
        values = reading.value
        ranges = [reading.range]
    }
}
