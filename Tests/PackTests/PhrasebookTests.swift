import Conversation
import FoundationEssentials
import Pack
import Testing

@Suite struct PhrasebookTests {
    private let phrases: any Phrasebook
    private let day: Day
    private let nine: TimeOfDay

    init() throws {
        phrases = try BusinessPack(PackFolder.dentist()).domain(timeZone: .gmt).phrases
        day = try #require(Day("2026-05-05"))
        nine = try #require(TimeOfDay(hour: 9, minute: 30))
    }

    @Test("every line has words, in which no name of a value is left", arguments: Line.samples)
    func complete(line: Line) {
        let words = phrases.words(for: line)
        #expect(!words.isEmpty && words.first?.isLowercase == false, "\(words)")
        #expect(!words.contains { "{}".contains($0) }, "\(words)")
        #expect(!words.contains("  ") && !words.contains(" ."), "\(words)")
    }

    @Test("values are spoken by their kind")
    func kinds() {
        #expect(phrases.words(for: .greeting).hasPrefix("Harbour Street Dental, hello."))
        #expect(
            phrases.words(for: .emailNoted("j_smith@example.com")) == "Noted, j underscore smith at example dot com.")
        #expect(phrases.words(for: .incompletePhone(digits: "555")) == "I heard 5 5 5. Could you say all of it again?")
        #expect(
            phrases.words(for: .duration(service: "a filling", minutes: 90)) == "A filling takes an hour and a half.")
        #expect(
            phrases.words(for: .openings([OpenSlot(day, nine), OpenSlot(day.adding(days: 1), nine)]))
                == "The next are Tuesday, May 5th at 9:30 AM or Wednesday, May 6th at 9:30 AM. Which one?")
    }

    @Test("a line within a line is a part of its sentence, and begins it with a capital")
    func nested() {
        let filling = AppointmentSummary(type: .service, subject: "a filling", slot: OpenSlot(day, nine))
        #expect(
            phrases.words(for: .confirmCancellation(filling))
                == "That is a filling on Tuesday, May 5th at 9:30 AM. Shall I cancel it?")
        #expect(phrases.words(for: .cancelled(filling)) == "A filling on Tuesday, May 5th at 9:30 AM is cancelled.")
    }

    @Test("several wordings are for several times, and the last repeats")
    func attempts() {
        let said = (0...4).map { phrases.words(for: .stillThere(attempt: $0)) }
        let last = "Just say something when you are ready."
        #expect(said == ["Are you with me?", "Are you with me?", last, last, last])
    }

    @Test("a value is words, whatever it looks like")
    func hostile() {
        #expect(phrases.words(for: .niceToMeet(name: "{house} x")) == "Hello {house}.")
        #expect(
            phrases.words(for: .rejected(reason: "we are full."))
                == "The front desk does not agree: we are full.")
        #expect(phrases.words(for: .niceToMeet(name: "")) == "Hello .")
    }
}
