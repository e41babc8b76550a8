/// One figure of the report, and its bar.
package struct VoiceFigure: Hashable, Sendable {
    /// In JSON.
    package let name: String
    /// For people.
    package let title: String
    /// `nil` when nothing was measured.
    package let value: Double?
    package let unit: String
    /// The most, or the least, that is allowed; `nil`: told, not judged.
    package let bar: Double?
    package let isLeast: Bool
    /// What the value is made of.
    package let note: String

    init(
        _ name: String, _ title: String, _ value: Double?, _ unit: String, most: Double? = nil, least: Double? = nil,
        note: String = ""
    ) {
        self.name = name
        self.title = title
        self.value = value
        self.unit = unit
        bar = most ?? least
        isLeast = least != nil
        self.note = note
    }

    /// A figure that was not measured misses its bar.
    package var isGood: Bool {
        guard let bar else { return true }
        guard let value else { return false }
        return isLeast ? value >= bar : value <= bar
    }
}
