extension Day {
    /// The same day of the month so many months later, or the last of that month when it is shorter.
    package func adding(months: Int) -> Day {
        let index = year * 12 + month - 1 + months
        let first = Day(year: index / 12, month: index % 12 + 1, day: 1)
        guard let first else { return self }
        return (0..<4).lazy.compactMap { Day(year: first.year, month: first.month, day: dayOfMonth - $0) }.first
            ?? first
    }
}
