import Conversation
import Evaluation
import Testing

@Suite struct JudgeTests {
    private static let old = row(1, "Tire Rotation", "2026-05-07 14:00")
    private static let new = row(2, "Oil Change", "2026-05-05 09:00")

    @Test("an appointment must be there as the line says")
    func appointment() throws {
        let outcome = outcome(before: [], after: [Self.new])
        #expect(
            try failures(["appointment: Oil Change | 2026-05-05 | 09:00 | maria garcia | 512-555-0199"], outcome)
                .isEmpty)
        for wrong in [
            "Brake Service | 2026-05-05 | 09:00", "Oil Change | 2026-05-06", "Oil Change | * | 09:30",
            "Oil Change | * | * | Maria Gomez", "Oil Change | * | * | * | 5125550198",
        ] {
            // The line fails, and so does the appointment that no line is about.
            #expect(try failures(["appointment: \(wrong)"], outcome).count == 2)
        }
    }

    @Test("an appointment that no line expects fails a play, and so does a second one")
    func surplus() throws {
        #expect(try failures(["no appointment"], outcome(before: [], after: [Self.new])).count == 2)
        #expect(try failures(["ended"], outcome(before: [], after: [Self.new], isEnded: true)).count == 1)
        let twice = outcome(before: [], after: [Self.new, Self.row(3, "Oil Change", "2026-05-05 09:00")])
        #expect(try failures(["appointment: Oil Change"], twice).count == 1)
        #expect(try failures(["appointment: Oil Change", "appointment: Oil Change"], twice).isEmpty)
    }

    @Test("an appointment from before must not change unless a line says so")
    func lost() throws {
        let cancelled = Self.row(1, "Tire Rotation", "2026-05-07 14:00", isCancelled: true)
        let kept = outcome(before: [Self.old], after: [Self.old])
        let gone = outcome(before: [Self.old], after: [cancelled])
        #expect(try failures(["no appointment"], kept).isEmpty)
        #expect(try failures(["no appointment"], gone).count == 1)
        #expect(try failures(["no appointment"], outcome(before: [Self.old], after: [])).count == 1)
        #expect(try failures(["cancelled: Tire Rotation"], gone).isEmpty)
        #expect(try failures(["cancelled: Tire Rotation"], kept).count == 1)
        #expect(try failures(["no appointment: Tire Rotation"], gone).isEmpty)
        #expect(try failures(["no appointment: Tire Rotation"], kept).count == 1)
    }

    @Test("a move may keep the row or replace it, and must come from elsewhere")
    func moved() throws {
        let line = "moved: Tire Rotation | 2026-05-08 | 10:00"
        let there = Self.row(1, "Tire Rotation", "2026-05-08 10:00")
        #expect(try failures([line], outcome(before: [Self.old], after: [there])).isEmpty)
        let cancelled = Self.row(1, "Tire Rotation", "2026-05-07 14:00", isCancelled: true)
        let replaced = outcome(
            before: [Self.old], after: [cancelled, Self.row(2, "Tire Rotation", "2026-05-08 10:00")])
        #expect(try failures([line], replaced).isEmpty)
        let doubled = outcome(
            before: [Self.old], after: [Self.old, Self.row(2, "Tire Rotation", "2026-05-08 10:00")])
        #expect(!(try failures([line], doubled)).isEmpty)
        #expect(try failures([line], outcome(before: [there], after: [there])).count == 1)
    }

    @Test("what the call was like is compared with the lines")
    func course() throws {
        var outcome = PlayOutcome()
        let now = LocalTime(day: Day(number: 0), time: try #require(TimeOfDay(hour: 9)))
        outcome.turns = [
            PlayTurn(reply: "Hello.", at: now), PlayTurn(said: "how much", reply: "It costs 45 dollars.", at: now),
        ]
        outcome.intent = "faq"
        outcome.slots.preferredTime = "09:00"
        let met = [
            "intent: faq", "not escalated", "not ended", "slot time: 09:00", "turns <= 1", "fact: 45 | 65",
            "never: 65",
        ]
        #expect(try failures(met, outcome).isEmpty)
        let missed = [
            "intent: booking", "escalated", "ended", "slot time: 10:00", "slot nothing: x", "fact: 65 | 5",
            "never: dollars",
        ]
        #expect(try failures(missed, outcome).map(\.line) == Array(5..<12))
        outcome.turns.append(PlayTurn(said: "bye", reply: "Goodbye.", at: now))
        #expect(try failures(["turns <= 1"], outcome).count == 1)
    }

    @Test("a check looks for words without case and punctuation, and for whole numbers")
    func checks() throws {
        let check = try #require(ReplyCheck(parsing: "can't & 29,900 | 9:30 AM"))
        #expect(check.accepts("I CAN’T sell it for 29900 dollars."))
        #expect(check.accepts("We can't before 9:30 a m... at 9:30 AM."))
        #expect(!check.accepts("We can't before 19:30 AM."))
        #expect(!check.accepts("It is 29,900 dollars."))
        #expect(!(try #require(ReplyCheck(parsing: "5"))).accepts("It is 45 or 50."))
        #expect(!(try #require(ReplyCheck(parsing: "tires", isForbidding: true))).accepts("New tires, then."))
    }

    // MARK: Made for the tests

    private static func row(
        _ id: Int, _ subject: String, _ slot: String, isCancelled: Bool = false
    ) -> BookedAppointment {
        let parts = slot.split(separator: " ").map(String.init)
        guard let day = Day(parts[0]), let time = TimeOfDay(parts[1]) else { preconditionFailure("no day or time") }
        return BookedAppointment(
            id: id, subject: subject, slot: OpenSlot(day, time), name: "Maria Garcia", phone: "5125550199",
            isCancelled: isCancelled)
    }

    private func outcome(before: [BookedAppointment], after: [BookedAppointment], isEnded: Bool = false) -> PlayOutcome
    {
        var outcome = PlayOutcome()
        (outcome.before, outcome.after, outcome.isEnded) = (before, after, isEnded)
        return outcome
    }

    private func failures(_ expectations: [String], _ outcome: PlayOutcome) throws -> [PlayFailure] {
        let text = "# t\n---\ncaller: hi\n---\n" + expectations.map { "expect \($0)\n" }.joined()
        return Judge(try PlayParser.play(from: text, path: "t.play"), outcome).failures
    }
}
