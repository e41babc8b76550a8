import Foundation
import Speech
import Testing

@Suite("The embedded recogniser hears callers")
struct RecognitionTests {
    @Test("word errors over all recorded callers, each followed by 700 ms of silence, stay within a tenth")
    func wordErrorRate() async throws {
        let ears = try await Ears.get()
        var (errors, words) = (0, 0)
        var report = ""
        for caller in try Caller.all() {
            let stream = try await ears.makeStream(vocabulary: caller.state ?? "open")
            let samples = try caller.samples() + [Int16](repeating: 0, count: 700 * 16)
            let transcript = try await Ears.hear(samples, on: stream)
            let result = wordErrors(caller.text, transcript.text)
            errors += result.errors
            words += result.words
            if result.errors > 0 || ProcessInfo.processInfo.environment["PARLEY_REPORT"] != nil {
                report += "\(caller.file) [\(caller.text)] heard [\(transcript.text)]"
                report += " \(transcript.confidence ?? 0) \(transcript.processingTime)\n"
            }
        }
        let rate = Double(errors) / Double(words)
        if ProcessInfo.processInfo.environment["PARLEY_REPORT"] != nil { print(report, errors, words, rate) }
        #expect(words > 250, "the callers are there")
        #expect(rate <= 0.10, "\(errors) of \(words) words\n\(report)")
    }
}
