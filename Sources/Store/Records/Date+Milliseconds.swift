import FoundationEssentials

extension Date {
    /// Since 1970, rounded down.
    var milliseconds: Int {
        let value = (timeIntervalSince1970 * 1000).rounded(.down)
        return Int(exactly: value) ?? (value < 0 ? .min / 2 : .max / 2)
    }

    init(milliseconds: Int) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
