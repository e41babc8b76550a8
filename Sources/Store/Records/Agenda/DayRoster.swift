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
        let free = staff.filter { isFree(.resource($0.id), quarters) }
        guard let team = Team(for: work.needs, among: free)?.members.map(Holder.resource) else { return nil }
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
}
