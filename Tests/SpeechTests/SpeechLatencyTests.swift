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
