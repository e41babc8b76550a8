import Conversation

/// One day: who is there, and what of their time is given away.
struct DayRoster: Sendable {
    let day: Day
    /// Those who are there on that weekday; specialists first, so that whoever can do everything stays free longest.
    private let staff: [Employable]
    private let taken: Set<Hold>

    init(day: Day, resources: [Employable], taken: Set<Hold>) {
        self.day = day
        self.taken = taken
        staff = resources.filter { $0.isThere(on: day.weekday) }
            .sorted { ($0.resource.skills.count, $0.id) < ($1.resource.skills.count, $1.id) }
    }

    /// Whom the work would keep busy; `nil` when not all it needs is free for all of its time.
    func holders(for work: Work, from start: TimeOfDay) -> [Holder]? {
        let quarters = Quarters.touched(from: start, duration: work.duration)
        guard let team = team(for: work.needs, quarters) else { return nil }
        guard work.cars.isEmpty else {
            let car = work.cars.first { isFree(.car($0), quarters) }
            return car.map { [.car($0)] + team }
        }
        guard team.isEmpty else { return team }
        return isFree(.house, quarters) ? [.house] : nil
    }

    /// Which of some starts are possible.
    func starts(of work: Work, among times: [TimeOfDay]) -> [TimeOfDay] {
        times.filter { holders(for: work, from: $0) != nil }
    }

    private func isFree(_ holder: Holder, _ quarters: Range<Int>) -> Bool {
        quarters.allSatisfy { !taken.contains(Hold(holder: holder, quarter: $0)) }
    }

    /// A different resource for each need: a matching, grown need by need along augmenting paths.
    private func team(for needs: [String], _ quarters: Range<Int>) -> [Holder]? {
        let free = staff.filter { isFree(.resource($0.id), quarters) }
        var needOf: [Int: Int] = [:]
        for need in needs.indices {
            var visited: Set<Int> = []
            guard employ(for: need, needs, free, &needOf, &visited) else { return nil }
        }
        let members = needOf.sorted { $0.value < $1.value }.map(\.key)
        return members.map { .resource(free[$0].id) }
    }

    /// Finds somebody for a need, if necessary by giving another need somebody else.
    private func employ(
        for need: Int, _ needs: [String], _ free: [Employable], _ needOf: inout [Int: Int], _ visited: inout Set<Int>
    ) -> Bool {
        for index in free.indices where free[index].can(needs[need]) && visited.insert(index).inserted {
            if let other = needOf[index], !employ(for: other, needs, free, &needOf, &visited) { continue }
            needOf[index] = need
            return true
        }
        return false
    }
}
