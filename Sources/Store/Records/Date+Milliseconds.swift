import FoundationEssentials

/// Times as the tables keep them: whole milliseconds since 1970.
extension Date {
    /// Rounded; times that no calendar knows are cut off.
    var inMilliseconds: Int {
        let value = (timeIntervalSince1970 * 1000).rounded()
        return Int(exactly: value) ?? (value < 0 ? .min / 2 : .max / 2)
    }

    init(milliseconds: Int) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
