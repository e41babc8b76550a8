import Conversation

/// A resource with its row.
struct Employable: Hashable, Sendable {
    let id: Int
    let resource: Resource

    func isThere(on weekday: Weekday) -> Bool {
        resource.weekdays.isEmpty || resource.weekdays.contains(weekday)
    }

    func can(_ skill: String) -> Bool { resource.skills.contains(skill) }
}
