/// What a test drive takes beside its car.
package struct TestDriveOffer: Hashable, Sendable, Codable {
    /// Minutes.
    package let durationMin: Int
    /// The skills it takes: one resource for each.
    package let needs: [String]

    package init(durationMin: Int = 30, needs: [String] = []) {
        self.durationMin = durationMin
        self.needs = needs
    }

    private enum CodingKeys: String, CodingKey {
        case needs
        case durationMin = "duration_min"
    }
}
