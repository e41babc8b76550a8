import Speech
import Testing

@Suite("The words an agent acts on are heard")
struct RecognitionOfIntentTests {
    @Test(
        "what the caller wants is in the transcript",
        arguments: [
            ("hours1", ["opening", "hours"]), ("hours2", ["open", "sunday"]), ("price1", ["how much", "oil"]),
            ("svc1", ["book", "oil change", "tuesday", "nine"]), ("name1", ["john smith"]), ("name2", ["maria garcia"]),
            ("ph1", ["five five five one two three four"]), ("yes1", ["yes"]), ("no1", ["no"]),
            ("esc1", ["speak to a human"]), ("dt2", ["thursday", "two thirty", "afternoon"]), ("can1", ["cancel"]),
        ] as [(String, [String])])
    func words(_ name: String, _ expected: [String]) async throws {
        let caller = try Caller.named(name)
        let stream = try await Ears.get().makeStream(vocabulary: caller.state ?? "open")
        let heard = try await Ears.hear(try caller.samples(), on: stream).text
        for words in expected { #expect(heard.contains(words), "heard: \(heard)") }
    }

    @Test("a caller who asks for a person while a date is expected is still understood")
    func otherSubject() async throws {
        let stream = try await Ears.get().makeStream(vocabulary: "datetime")
        let heard = try await Ears.hear(try Caller.named("esc1").samples(), on: stream).text
        #expect(heard.contains("human") || heard.contains("speak to"), "heard: \(heard)")
    }
}
