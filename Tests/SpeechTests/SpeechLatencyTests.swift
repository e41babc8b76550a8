import Foundation
import Speech
import Testing
import Timing

/// How long a caller waits. Bounds are generous: machines that run tests are busy.
@Suite("Speech is quick enough for a conversation", .serialized)
struct SpeechLatencyTests {
    @Test("after an utterance that was decoded as it was spoken, little work is left")
    func endOfUtterance() async throws {
        let ears = try await Ears.get()
        var waits: [Double] = []
        for name in ["yes2", "dt1", "svc1", "x1", "ph1", "hours1", "esc1", "name1"] {
            let caller = try Caller.named(name)
            let stream = try await ears.makeStream(vocabulary: caller.state ?? "open")
            let samples = try caller.samples()
            for start in stride(from: 0, to: samples.count, by: 320) {
                await stream.accept(Array(samples[start..<min(samples.count, start + 320)]))
                // Four times real time.
                try await Task.sleep(for: .milliseconds(5))
            }
            waits.append(try await stream.finish().processingTime.inMilliseconds)
        }
        waits.sort()
        report("end of utterance, ms: \(waits.map { Int($0) })")
        #expect(waits[waits.count / 2] < 400)
    }

    @Test("a minute heard again is decoded faster than it was spoken, and holds nobody up")
    func replay() async throws {
        let ears = try await Ears.get()
        let sentence = try Caller.named("x1").samples() + [Int16](repeating: 0, count: 8000)
        var turn: [Int16] = []
        while turn.count < 60 * 16_000 { turn += sentence }
        let minute = Array(turn.prefix(60 * 16_000))
        let long = try await ears.makeStream(vocabulary: "open")
        await long.accept(Array(minute.prefix(32_000)))
        long.restart(vocabulary: "open")
        let asked = Instant.monotonic()
        await long.accept(minute)
        async let replayed = long.finish()
        let other = try await ears.makeStream(vocabulary: "confirm")
        let yes = try await Ears.hear(try Caller.named("yes2").samples(), on: other)
        let between = Instant.monotonic() - asked
        let words = try await replayed.text.split(separator: " ").count
        let whole = Instant.monotonic() - asked
        report("a minute again: \(whole), another's answer meanwhile: \(between), words: \(words)")
        #expect(yes.text == "yes please that works")
        #expect(words > 60)
        #expect(whole < .seconds(60))
        #expect(between < whole)
    }

    @Test("the first sound of a sentence comes at once")
    func firstSound() async throws {
        let voice = EmbeddedSynthesizer(cachedSeconds: 0)
        var waits: [Double] = []
        for text in [
            "Hello, thank you for calling.", "An oil change is $39.95 and takes about 45 minutes.",
            "Which day suits you?",
            "Our service department is open from 7:30 AM to 6 PM on weekdays.", "One moment please.",
        ] {
            let asked = Instant.monotonic()
            for try await _ in voice.pieces(of: text) {
                waits.append((Instant.monotonic() - asked).inMilliseconds)
                break
            }
        }
        waits.sort()
        report("first sound, ms: \(waits.map { Int($0) })")
        #expect(waits[waits.count / 2] < 300)
    }

    private func report(_ line: String) {
        if ProcessInfo.processInfo.environment["PARLEY_REPORT"] != nil { print(line) }
    }
}
