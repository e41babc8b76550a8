/// A time as it was said: exact, or a range to choose from.
package enum TimeMention: Hashable, Sendable, Codable {
    case at(TimeOfDay)
    case after(TimeOfDay)
    case before(TimeOfDay)
    case part(DayPart)

    /// Whether a time satisfies the wish.
    package func admits(_ time: TimeOfDay) -> Bool {
        switch self {
        case .at(let wanted): time == wanted
        case .after(let earliest): time >= earliest
        case .before(let latest): time <= latest
        case .part(let part): part.contains(time)
        }
    }
}
