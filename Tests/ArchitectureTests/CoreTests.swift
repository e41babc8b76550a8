import Testing

@Suite("Cores are synchronous values") struct CoreTests {
    /// The one file of a core that reads a clock, for drivers.
    static let clock = "Sources/Timing/Instant+Monotonic.swift"

    @Test("a core does not wait, start tasks or read a clock", arguments: House.cores)
    func synchronous(_ room: House.Room) {
        Finding.report(
            Repository.files(of: room).filter { $0.path != Self.clock }.flatMap { file in
                file.words.enumerated().compactMap { line, words in
                    Self.forbidden(in: words).map { file.finding(line, "a core does not use `\($0)`") }
                }
            })
    }

    @Test("what is forbidden is recognised, what only looks like it is not")
    func recognition() {
        for bad in [
            "await x", "func f() async {", "Task { }", "Task.detached", "Date()", "let t = ContinuousClock().now",
            "Date.now", "f(.now)", "Instant.monotonic()", "DispatchQueue.main",
        ] {
            #expect(Self.forbidden(in: Word.words(of: bad[...])) != nil, "\(bad)")
        }
        for good in ["self.now", "now: now", "asynchronous()", "EscalationTask(", "updatedDate(", "let awaited = 1"] {
            #expect(Self.forbidden(in: Word.words(of: good[...])) == nil, "\(good)")
        }
    }

    private static let words: Set = ["await", "async", "Task", "DispatchQueue", "ContinuousClock", "SuspendingClock"]

    /// The first forbidden word.
    static func forbidden(in line: [Word]) -> String? {
        for (index, word) in line.enumerated() {
            if words.contains(word.text) { return word.text }
            if word.text == "Date", word.after == UInt8(ascii: "(") { return "Date(" }
            if word.text == "monotonic", word.before == UInt8(ascii: ".") { return ".monotonic(" }
            // A value's own record of the time, `self.now`, is no clock.
            let isOwn = index > 0 && line[index - 1].text == "self"
            if word.text == "now", word.before == UInt8(ascii: "."), !isOwn { return ".now" }
        }
        return nil
    }
}
