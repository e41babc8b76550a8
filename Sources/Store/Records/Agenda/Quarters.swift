import Conversation

/// The quarters of an hour that something touches, counted from midnight: 0…95.
enum Quarters {
    /// From a start for a duration in minutes; what reaches beyond midnight is cut off.
    static func touched(from start: TimeOfDay, duration: Int) -> Range<Int> {
        let first = start.minutes / 15
        let end = min(start.minutes + max(duration, 1), 1440)
        return first..<max(first + 1, (end + 14) / 15)
    }
}
