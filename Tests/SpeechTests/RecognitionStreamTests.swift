import Foundation
import Speech
import Testing

@Suite("A recognition stream serves one call")
struct RecognitionStreamTests {
    @Test("utterances of one call are told apart")
    func severalUtterances() async throws {
        let stream = try await Ears.get().makeStream(vocabulary: "confirm")
        let yes = try await Ears.hear(try Caller.named("yes2").samples(), on: stream)
        stream.restart(vocabulary: "datetime")
        let when = try await Ears.hear(try Caller.named("dt1").samples(), on: stream)
        stream.restart(vocabulary: "name")
        let name = try await Ears.hear(try Caller.named("name1").samples(), on: stream)
        #expect(yes.text == "yes please that works")
        #expect(when.text == "tuesday at nine")
        #expect(name.text == "my name is john smith")
    }

    @Test("a restart forgets what was said before")
    func restartForgets() async throws {
        let stream = try await Ears.get().makeStream(vocabulary: "open")
        await stream.accept(try Caller.named("svc1").samples())
        stream.restart(vocabulary: "datetime")
        let heard = try await Ears.hear(try Caller.named("dt1").samples(), on: stream)
        #expect(heard.text == "tuesday at nine")
    }

    @Test("nothing said is an empty transcript", arguments: [0, 16_000])
    func silence(samples: Int) async throws {
        let stream = try await Ears.get().makeStream(vocabulary: "open")
        let heard = try await Ears.hear([Int16](repeating: 0, count: samples), on: stream)
        #expect(heard.text == "")
    }

    @Test("an unknown vocabulary listens for everything")
    func unknownVocabulary() async throws {
        let stream = try await Ears.get().makeStream(vocabulary: "no such state")
        let heard = try await Ears.hear(try Caller.named("hours1").samples(), on: stream)
        #expect(heard.text == "what are your opening hours")
    }

    @Test("partial results grow towards the transcript and end with the stream")
    func partials() async throws {
        let stream = try await Ears.get().makeStream(vocabulary: "open")
        let collected = Task {
            var all: [String] = []
            for await partial in stream.partials { all.append(partial.text) }
            return all
        }
        let samples = try Caller.named("x1").samples()
        for start in stride(from: 0, to: samples.count, by: 1600) {
            await stream.accept(Array(samples[start..<min(samples.count, start + 1600)]))
            try await Task.sleep(for: .milliseconds(15))
        }
        _ = try await stream.finish()
        stream.close()
        let all = await collected.value
        #expect(!all.isEmpty)
        #expect(all.contains { $0.contains("oil") }, "\(all)")
    }

    @Test("a closed stream refuses to finish")
    func closed() async throws {
        let stream = try await Ears.get().makeStream(vocabulary: "open")
        await stream.accept([Int16](repeating: 1, count: 3200))
        stream.close()
        await #expect(throws: SpeechError.cancelled) { try await stream.finish() }
    }

    @Test("more callers than decoders wait their turn, and each hears its own words")
    func manyCallers() async throws {
        let ears = try await Ears.offPool { try Ears.make(decoders: 2) }
        let callers = try ["yes2", "dt1", "name1", "no2", "rep1", "yes3", "dt3", "name2"].map(Caller.named)
        try await withThrowingTaskGroup(of: (String, String).self) { group in
            for caller in callers {
                group.addTask {
                    let stream = try await ears.makeStream(vocabulary: caller.state ?? "open")
                    return (caller.text, try await Ears.hear(try caller.samples(), on: stream).text)
                }
            }
            for try await (said, heard) in group { #expect(said == heard) }
        }
    }

    @Test("streams let go in mid-utterance give their decoders back")
    func abandoned() async throws {
        let ears = try await Ears.offPool { try Ears.make(decoders: 1) }
        for _ in 0..<3 {
            let stream = try await ears.makeStream(vocabulary: "open")
            await stream.accept(try Caller.named("dt1").samples())
        }
        let stream = try await ears.makeStream(vocabulary: "datetime")
        let heard = try await Ears.hear(try Caller.named("dt1").samples(), on: stream)
        #expect(heard.text == "tuesday at nine")
    }

    @Test("a missing model is an error that names the file, not the end of the process")
    func missingModel() {
        var configuration = EmbeddedRecognizer.Configuration()
        configuration.acousticModel = AcousticModel(folder: "/nonexistent")
        #expect(throws: SpeechError.unavailable("/nonexistent/en-us/mdef")) {
            try EmbeddedRecognizer(Ears.corpus, configuration: configuration)
        }
    }
}
