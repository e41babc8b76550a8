import Conversation
import Document
import Evaluation
import Testing

@Suite struct ReportTests {
    @Test("the table has a line for each folder, and what failed stands below it")
    func text() throws {
        let expected = """
            folder   plays  success  turns  p90  wrong facts
            changes      1     0.0%      2    2            0
            happy        3    66.6%      1    3            1
            all          4    50.0%      2    3            1

            UNREADABLE happy/broken.play
              line 1: a play begins with '# ' and its title

            WRONG FACT happy/b.play: b
              wrong fact in reply 1: '9 AM' was not found free: I have 9 AM

            FAILED changes/c.play: c
              line 4: expected ended, but the agent did not end the call
            """
        #expect(try report().text() == expected)
    }

    @Test("with transcripts, what was said in a faulty play stands below its faults")
    func transcripts() throws {
        let lines = try report().text(transcripts: true).split(separator: "\n")
        #expect(lines.suffix(2) == ["    caller: bye", "    agent: Goodbye."])
    }

    @Test("programs get the same figures")
    func json() throws {
        let json = try report().json(transcripts: true)
        #expect(json["plays"]?.int == 4)
        #expect(json["success_percent"]?.double == 50)
        #expect(json["turns_median"]?.int == 2)
        #expect(json["wrong_facts"]?.int == 1)
        #expect(json["folders"]?.elements.map { $0["name"]?.string } == ["changes", "happy"])
        #expect(json["unreadable"]?.elements.first?["faults"]?.elements.first?["line"]?.int == 1)
        #expect(json["faulty"]?.elements.map { $0["play"]?.string } == ["happy/b.play", "changes/c.play"])
        #expect(json["faulty"]?.elements.last?["failures"]?.elements.first?["line"]?.int == 4)
        #expect(json["faulty"]?.elements.last?["transcript"]?.elements.count == 2)
    }

    @Test("a report reaches a percentage only when enough plays succeed and nothing wrong was said")
    func threshold() throws {
        let good = try performance("happy/a.play", turns: 1)
        let wrong = try performance("happy/b.play", turns: 1, isWrong: true)
        let failed = try performance("happy/c.play", turns: 1, failures: [PlayFailure(nil, "x")])
        #expect(Report([good]).reaches(100))
        #expect(!Report([wrong]).reaches(0))
        #expect(!Report([good, failed]).reaches(95))
        #expect(Report([good, failed]).reaches(50))
        #expect(!Report([good], unreadable: [InvalidPlay(path: "x", faults: [])]).reaches(95))
        #expect(!Report([]).reaches(0))
    }

    // MARK: Made for the tests

    private func report() throws -> Report {
        let unended = PlayFailure(4, "expected ended, but the agent did not end the call")
        return Report(
            [
                try performance("happy/a.play", turns: 3), try performance("happy/b.play", turns: 1, isWrong: true),
                try performance("changes/c.play", turns: 2, failures: [unended]),
            ], unreadable: [InvalidPlay(path: "happy/broken.play", faults: [PlayLine(1, .noTitle)])])
    }

    private func performance(
        _ path: String, turns: Int, failures: [PlayFailure] = [], isWrong: Bool = false
    ) throws -> Performance {
        let name = path.split(separator: "/").last?.prefix(1) ?? ""
        var outcome = PlayOutcome()
        let now = LocalTime(day: Day(number: 0), time: try #require(TimeOfDay(hour: 9)))
        outcome.turns = (0..<turns).map { _ in PlayTurn(said: "bye", reply: "Goodbye.", at: now) }
        let wrong = WrongFact(reply: 1, claim: "9 AM", sentence: "I have 9 AM", reason: "was not found free")
        return Performance(
            play: Play(title: String(name), path: path), outcome: outcome,
            transcript: [TranscriptLine(.caller, "bye"), TranscriptLine(.agent, "Goodbye.")], failures: failures,
            wrongFacts: isWrong ? [wrong] : [])
    }
}
