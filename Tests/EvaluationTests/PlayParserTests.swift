import Conversation
import Evaluation
import Testing

@Suite struct PlayParserTests {
    static let whole = """
        # An oil change, with everything a play can say
        clock: 2026-07-03 17:45
        zone: America/Chicago
        booked: Oil Change 2026-07-06 09:00 ×4
        booked: Tire Rotation 2026-07-06 10:00 for Ann Other 512-555-0100
        booked: Toyota Camry | 2026-07-07 | 14:30 | Bob Other | 5125550101
        full: 2026-07-08
        ---
        # a remark
        caller: hi: I need an oil change
        agent: ~ name & phone | number
        agent: !~ tires
        caller: [silence]
        caller: [task available Sarah Jane]
        caller: [task callback]
        caller: [later 2 min]
        caller: [repeat 3 please help]
        taken: Oil Change | 2026-07-06 | 09:00
        ---
        expect appointment: Oil Change | 2026-07-06 | 09:30 | Maria Garcia | 5125550199
        expect appointment: Oil Change | 2026-07-06 | * | Maria Garcia
        expect no appointment
        expect no appointment: Brake Service
        expect cancelled: Tire Rotation
        expect moved: Tire Rotation | 2026-07-09
        expect intent: faq
        expect escalated
        expect not escalated
        expect ended
        expect not ended
        expect slot time: 09:30
        expect turns <= 8
        expect fact: 45 | forty five
        expect never: free
        """

    @Test("a play that says everything is read as it is meant")
    func everything() throws {
        let play = try PlayParser.play(from: Self.whole, path: "happy/oil.play")
        #expect(play.title == "An oil change, with everything a play can say")
        #expect(play.folder == "happy")
        #expect(play.name == "oil")
        #expect(play.setting.clock.day == Day("2026-07-03"))
        #expect(play.setting.clock.time == TimeOfDay("17:45"))
        #expect(play.setting.zone == "America/Chicago")
        #expect(play.setting.booked.map(\.value.count) == [4, 1, 1])
        #expect(play.setting.booked[1].value.pattern.name == "Ann Other")
        #expect(play.setting.booked.map(\.value.pattern.phone) == [nil, "5125550100", "5125550101"])
        #expect(play.setting.full.map(\.value) == [Day("2026-07-08")])
        #expect(play.steps.first == PlayStep(10, .says("hi: I need an oil change")))
        #expect(play.steps[1].value == .check(ReplyCheck([["name"], ["phone", "number"]])))
        #expect(play.steps[2].value == .check(ReplyCheck([["tires"]], isForbidding: true)))
        #expect(play.steps[3].value == .silence)
        #expect(play.steps[4].value == .task(.available("Sarah Jane")))
        #expect(play.steps[6].value == .later(120))
        #expect(play.steps[7].value == .says("please help please help please help"))
        #expect(play.expectations.count == 15)
    }

    @Test("an expectation is written as it was read")
    func roundTrip() throws {
        let play = try PlayParser.play(from: Self.whole, path: "oil.play")
        let lines = play.expectations.map { "expect \($0.value)" }
        let again = "# t\n---\ncaller: hi\n---\n" + lines.joined(separator: "\n")
        #expect(
            try PlayParser.play(from: again, path: "oil.play").expectations.map(\.value)
                == play.expectations.map(\.value))
    }

    @Test(
        "a line that makes no sense is named with its number",
        arguments: [
            ("clock: yesterday", "clock"), ("zone: Mars/Olympus", "zone"), ("booked: Oil Change", "booked"),
            ("booked: Oil Change 2026-05-05 09:00 ×0", "booked"), ("full: soon", "full"),
        ])
    func setting(line: String, word: String) {
        let faults = faults(in: "# t\n\(line)\n---\ncaller: hi\n---\nexpect ended")
        #expect(faults.map(\.line) == [2])
        guard case .malformed(word, _) = faults.first?.value else {
            Issue.record("\(faults)")
            return
        }
    }

    @Test(
        "a step that makes no sense is named with its number",
        arguments: [
            "caller:", "caller: [task maybe]", "caller: [task available]", "caller: [later soon]",
            "caller: [repeat 0 a]",
            "caller: [repeat 99999 a]", "caller: [silence please]", "caller: []", "agent: name", "agent: ~",
            "agent: ~ a | | b", "taken: Oil Change", "somebody: hi", "just words",
        ])
    func course(line: String) {
        let faults = faults(in: "# t\n---\ncaller: hi\n\(line)\n---\nexpect ended")
        #expect(faults.map(\.line) == [4])
    }

    @Test(
        "an expectation that makes no sense is named with its number",
        arguments: [
            "expect", "expect nothing", "expect turns < 4", "expect turns <= 0", "expect turns <= many",
            "expect slot: x", "expect slot time:", "expect intent:", "expect fact:", "expect appointment:",
            "expect appointment: Oil Change | tomorrow", "expect appointment: a | | | | x", "demand ended",
        ])
    func expectation(line: String) {
        let faults = faults(in: "# t\n---\ncaller: hi\n---\n\(line)\nexpect ended")
        #expect(faults.map(\.line) == [5])
    }

    @Test("everything that is wrong is said at once")
    func collected() {
        let faults = faults(in: "no title\nclock: x\nclock: y\n---\nagent: x\n---\nexpect x\n---\n")
        #expect(faults.map(\.line) == [1, 2, 3, 5, 7, 8])
        #expect(InvalidPlay(path: "a.play", faults: faults).description.contains("a.play:3: 'clock' is there already"))
    }

    @Test("a play in which nobody calls, or nothing could fail, is no play")
    func pointless() {
        #expect(faults(in: "# t\n---\n---\nexpect ended").map(\.value) == [.noCaller])
        #expect(faults(in: "# t\n---\ncaller: hi\n---\n").map(\.value) == [.nothingExpected])
        #expect(faults(in: "# t\n---\ncaller: hi").map(\.value) == [.unfinished])
        let long = "# t\n---\n" + String(repeating: "caller: hi\n", count: 201) + "---\nexpect ended"
        #expect(faults(in: long).map(\.value) == [.tooManyTurns])
    }

    private func faults(in text: String) -> [PlayLine<PlayFault>] {
        do throws(InvalidPlay) {
            _ = try PlayParser.play(from: text, path: "test.play")
            return []
        } catch {
            return error.faults
        }
    }
}
