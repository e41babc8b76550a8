/// A time as it was said: exact, or a range to choose from.
package enum TimeMention: Hashable, Sendable, Codable {
    case at(TimeOfDay)
    case after(TimeOfDay)
    case before(TimeOfDay)
    /// From the first to the second, both included.
    case between(TimeOfDay, TimeOfDay)
    case part(DayPart)

    /// Whether a time satisfies the wish.
    package func admits(_ time: TimeOfDay) -> Bool {
        switch self {
        case .at(let wanted): time == wanted
        case .after(let earliest): time >= earliest
        case .before(let latest): time <= latest
        case .between(let earliest, let latest): time >= earliest && time <= latest
        case .part(let part): part.contains(time)
        }
    }
}
