import Foundation
@testable import Speech
import Synchronization
import Testing
import Timing

@Suite("The embedded synthesiser speaks")
struct SynthesisTests {
    private func sound(_ text: String, by voice: EmbeddedSynthesizer) async throws -> [Int16] {
        var samples: [Int16] = []
        for try await piece in voice.speak(text) { samples += piece }
        return samples
    }

    @Test("a sentence has a plausible length and starts without silence")
    func sentence() async throws {
        let samples = try await sound("Hello, thank you for calling.", by: EmbeddedSynthesizer())
        #expect((16_000...48_000).contains(samples.count), "\(samples.count)")
        #expect(samples.prefix(400).contains { $0.magnitude > 130 })
        #expect(samples.contains { $0.magnitude > 3000 })
    }

    @Test("the first sound comes long before the last")
    func streams() async throws {
        var pieces = 0
        for try await piece in EmbeddedSynthesizer().pieces(of: "Our service department opens at seven thirty.") {
            pieces += 1
            #expect(piece.samples.count < 8000)
        }
        #expect(pieces > 20)
    }

    @Test("pieces name their clause, and the clauses joined are the text")
    func clauses() async throws {
        let text = "Sure. An oil change is $39.95! Which day suits you?"
        var clauses: [String] = []
        var ended = 0
        for try await piece in EmbeddedSynthesizer().pieces(of: text) {
            if piece.index == clauses.count { clauses.append(piece.clause) }
            #expect(piece.index == clauses.count - 1)
            if piece.endsClause { ended += 1 }
        }
        #expect(clauses.joined() == text)
        #expect(ended == 3)
    }

    @Test("a phrase said again comes from the cache, in one piece and identical")
    func cache() async throws {
        let voice = EmbeddedSynthesizer()
        let first = try await sound("One moment please.", by: voice)
        var pieces: [[Int16]] = []
        for try await piece in voice.speak("One moment please.") { pieces.append(piece) }
        #expect(pieces == [first])
    }

    @Test("the cache forgets what was not used for longest")
    func cacheIsBounded() {
        let cache = PhraseCache(capacity: 100)
        func phrase(_ count: Int) -> PhraseCache.Phrase { .init(samples: [Int16](repeating: 0, count: count)) }
        for name in ["a", "b", "c", "d"] { cache.keep(phrase(25), for: name) }
        #expect(cache["a"] != nil)
        cache.keep(phrase(25), for: "e")
        #expect(cache["a"] != nil)
        #expect(cache["b"] == nil)
        #expect(cache.total == 100)
        cache.keep(phrase(26), for: "too long")
        #expect(cache["too long"] == nil)
    }

    @Test("whoever stops listening stops the work")
    func cancel() async throws {
        let long = String(repeating: "This goes on and on about nothing in particular. ", count: 40)
        let voice = EmbeddedSynthesizer(threads: 1, cachedSeconds: 0)
        var asked = Instant.monotonic()
        _ = try await sound(long, by: voice)
        let whole = Instant.monotonic() - asked
        asked = Instant.monotonic()
        for try await _ in voice.pieces(of: long) { break }
        _ = try await sound("Hi.", by: voice)
        let stopped = Instant.monotonic() - asked
        // One thread: the greeting comes after whatever was left of the long text.
        #expect(stopped < whole / 3, "\(stopped) of \(whole)")
    }

    @Test("many calls speak at once, and each gets its own words")
    func concurrent() async throws {
        let voice = EmbeddedSynthesizer(cachedSeconds: 0)
        let texts = ["Hello.", "Goodbye and thank you for calling us today.", "An oil change is $39.95.", "Yes."]
        // The excitation is noise, so the trimming differs a little each time.
        var alone: [ClosedRange<Int>] = []
        for text in texts {
            var counts: [Int] = []
            for _ in 0..<4 { counts.append(try await sound(text, by: voice).count) }
            alone.append((counts.min() ?? 0) - 1600...(counts.max() ?? 0) + 1600)
        }
        try await withThrowingTaskGroup(of: (Int, Int).self) { group in
            for index in 0..<16 {
                group.addTask { (index % 4, try await sound(texts[index % 4], by: voice).count) }
            }
            for try await (text, count) in group {
                #expect(alone[text].contains(count))
            }
        }
    }

    @Test(
        "what is said can be heard by the recogniser", arguments: ["tomorrow morning at 10", "my number is 555-1234"])
    func roundTrip(_ text: String) async throws {
        let samples = try await sound(text, by: EmbeddedSynthesizer())
        let stream = try await Ears.get().makeStream(vocabulary: text.hasPrefix("my") ? "phone" : "datetime")
        let heard = try await Ears.hear(samples, on: stream).text
        #expect(heard == SpokenText.normalize(text).replacing(",", with: ""))
    }

    @Test("text without words is no sound", arguments: ["", "…", "  "])
    func nothing(_ text: String) async throws {
        #expect(try await sound(text, by: EmbeddedSynthesizer()).isEmpty)
    }
}
