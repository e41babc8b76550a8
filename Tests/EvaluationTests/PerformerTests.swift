import Evaluation
import Testing

@Suite struct PerformerTests {
    @Test("a play books, and a play that expects otherwise fails with its line")
    func booking() async throws {
        let head = "# t\n---\ncaller: i need an oil change tomorrow at nine\n"
        let rest = "caller: maria gomez\ncaller: five one two five five five oh one nine eight\ncaller: yes\n---\n"
        let done = try await perform(
            head + rest
                + "expect appointment: Oil Change | 2026-05-05 | 09:00 | Maria Gomez | 5125550198\nexpect turns <= 4")
        #expect(done.isSuccess, "\(done.failures) \(done.transcript)")
        #expect(done.wrongFacts.isEmpty)
        #expect(done.outcome.callerTurns == 4)
        let missed = try await perform(head + "agent: ~ elephant\n" + rest + "expect no appointment")
        #expect(missed.failures.map(\.line) == [4, 9, nil])
    }

    @Test("a day that is full and a time that others take are gone")
    func taken() async throws {
        let full = try await perform(
            "# t\nfull: 2026-05-05\n---\ncaller: i need an oil change tomorrow at nine\nagent: ~ nothing is free | full | isn't free | booked up\n---\nexpect no appointment"
        )
        #expect(full.isSuccess, "\(full.failures) \(full.transcript)")
        let taken = try await perform(
            """
            # t
            ---
            taken: Oil Change | 2026-05-05 | 09:00
            caller: i need an oil change tomorrow at nine
            agent: ~ isn't free | not free | taken
            ---
            expect no appointment
            """)
        #expect(taken.isSuccess, "\(taken.failures) \(taken.transcript)")
    }

    @Test("a search for a colleague ends when and how the play says")
    func colleague() async throws {
        for (end, words) in [("available Sarah", "Sarah"), ("callback", "callback"), ("failed", "callback")] {
            let play =
                "# t\n---\ncaller: can i speak to a human\ncaller: [task \(end)]\nagent: ~ \(words)\n---\nexpect escalated"
            let performance = try await perform(play)
            #expect(performance.isSuccess, "\(performance.failures)")
            #expect(performance.wrongFacts.isEmpty)
        }
        let none = try await perform("# t\n---\ncaller: hello\ncaller: [task callback]\n---\nexpect not escalated")
        #expect(none.failures.map(\.line) == [4])
    }

    @Test("three silences end the call, and nobody talks after its end")
    func silence() async throws {
        let silences = String(repeating: "caller: [silence]\n", count: 3)
        #expect(try await perform("# t\n---\n\(silences)---\nexpect ended\nexpect turns <= 1").isSuccess)
        let after = try await perform("# t\n---\n\(silences)caller: hello\n---\nexpect ended")
        #expect(after.failures.map(\.line) == [6])
    }

    @Test("what cannot be booked beforehand fails the play")
    func setting() async throws {
        let play = "# t\nbooked: Moon Landing 2026-05-05 09:00\n---\ncaller: hi\n---\nexpect not ended"
        #expect(!(try await perform(play)).isSuccess)
    }

    @Test("plays come back in their order, however many run at once")
    func order() async throws {
        let plays = try (0..<10).map {
            try PlayParser.play(from: "# t\n---\ncaller: hello\n---\nexpect not ended", path: "\($0).play")
        }
        let performances = await Performer(stage: .dealership).perform(plays, atOnce: 4)
        #expect(performances.map(\.play.path) == plays.map(\.path))
    }

    private func perform(_ text: String) async throws -> Performance {
        await Performer(stage: .dealership).perform(try PlayParser.play(from: text, path: "t.play"))
    }
}
