/// Something that happens again and again, at moments that were fixed in advance.
enum Ticks {
    /// Calls the body at each tick with the tick's number, and how late it is called, in milliseconds.
    static func run(
        _ count: Int, every interval: Duration, _ body: (Int, Double) async -> Void
    ) async throws {
        let clock = ContinuousClock()
        let start = clock.now
        for number in 0..<count {
            let due = start + interval * number
            try await clock.sleep(until: due, tolerance: .zero)
            await body(number, due.duration(to: clock.now) / .milliseconds(1))
        }
    }
}
