import FoundationEssentials

/// Times as the tables keep them: whole milliseconds since 1970.
extension Date {
    var inMilliseconds: Int { Int((timeIntervalSince1970 * 1000).rounded()) }

    init(milliseconds: Int) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
