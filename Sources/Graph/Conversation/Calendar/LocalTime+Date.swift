package import FoundationEssentials

extension LocalTime {
    /// The point in time at which the clock of a zone shows this.
    ///
    /// A time that the clock skips in spring is moved forward by as much as it skips; of a time that it shows twice in
    /// autumn the first is taken.
    package func date(in zone: TimeZone) -> Date {
        let wall = Double(day.number * 86_400 + time.minutes * 60)
        func instant(_ offset: Int) -> Date { .init(timeIntervalSince1970: wall - Double(offset)) }
        // The zone's offsets a day before and a day after: they differ only when the clock changes in between.
        let before = zone.secondsFromGMT(for: instant(86_400))
        let after = zone.secondsFromGMT(for: instant(-86_400))
        let early = instant(max(before, after))
        let late = instant(min(before, after))
        for date in [early, late] where LocalTime(date, in: zone) == self { return date }
        return instant(before)
    }
}
