/// Somebody or something an appointment occupies: a member of staff, a bay.
package struct Resource: Hashable, Sendable, Codable {
    package let name: String
    /// What it can do, such as `bay`, `technician`, `sales`.
    package let skills: [String]
    /// The weekdays it is there; empty for every day the house is open.
    package let weekdays: [Weekday]

    package init(name: String, skills: [String], weekdays: [Weekday] = []) {
        self.name = name
        self.skills = skills
        self.weekdays = weekdays
    }
}
