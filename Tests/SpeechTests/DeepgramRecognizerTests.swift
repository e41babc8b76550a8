import Document
import Speech
import Synchronization
import Testing
import Timing

@Suite("Deepgram hears a call")
struct DeepgramRecognizerTests {
    private static let provider = Provider(
        url: "wss://api.example.com/v1", key: "dg-secret", model: "nova-3", timeout: .seconds(60))

    /// Answers `Finalize` with words for the sound since the last one.
    private final class Endpoint: Sendable {
        private let position = Mutex((from: 0, to: 0))
        private let words: String

        init(words: String) { self.words = words }

        func answer(_ line: StandInDialer.Line, _ message: SocketMessage) {
            switch message {
            case .binary(let bytes): position.withLock { $0.to += bytes.count / 2 }
            case .text(let text) where text.contains("Finalize"):
                let (from, to) = position.withLock { position in
                    defer { position.from = position.to }
                    return position
                }
                line.say(
                    #"{"type":"Results","start":\#(Double(from) / 16_000),"duration":\#(Double(to - from) / 16_000),"#
                        + #""is_final":true,"speech_final":true,"from_finalize":true,"#
                        + #""channel":{"alternatives":[{"transcript":"\#(words)","confidence":0.8}]}}"#)
            case .text: break
            }
        }
    }

    @Test("utterances of a call go over one connection, and its key is in its header only")
    func call() async throws {
        let endpoint = Endpoint(words: "yes please")
        let dialer = StandInDialer { endpoint.answer($0, $1) }
        let stream = try await DeepgramRecognizer(Self.provider, over: dialer).makeStream(vocabulary: "open")
        let samples = (0..<1600).map { Int16($0 * 3 - 900) }
        for _ in 0..<3 {
            let heard = try await Ears.hear(samples, on: stream)
            #expect(heard.text == "yes please")
            #expect(heard.confidence == 0.8)
        }
        stream.close()
        let line = try #require(dialer.all.first)
        #expect(dialer.all.count == 1)
        #expect(line.isClosed && line.texts.last == #"{"type":"CloseStream"}"#)
        #expect(line.bytes.count == 3 * 3200)
        #expect(line.bytes.starts(with: [0x7C, 0xFC, 0x7F, 0xFC]), "little-endian")
        #expect(line.request.url == "wss://api.example.com/v1/listen")
        #expect(line.request.authorization == "Token dg-secret")
        #expect(!"\(line.request)\(line.request.url)\(line.request.query)".contains("dg-secret"))
    }

    @Test("the connection is asked for what the endpoint documents")
    func query() async throws {
        let dialer = StandInDialer { _, _ in }
        _ = try await DeepgramRecognizer(Self.provider, over: dialer, endpointing: .milliseconds(100))
            .makeStream(vocabulary: "open")
        let query = try #require(dialer.all.first).request.query
        var fields: [String: String] = [:]
        for (name, value) in query { #expect(fields.updateValue(value, forKey: name) == nil) }
        // The names and values of Deepgram's own description of the endpoint.
        let booleans: Set = ["true", "false"]
        let allowed: [String: @Sendable (String) -> Bool] = [
            "model": { !$0.isEmpty }, "language": { $0 == "en" }, "encoding": { $0 == "linear16" },
            "sample_rate": { $0 == "16000" }, "channels": { $0 == "1" }, "interim_results": booleans.contains,
            "punctuate": booleans.contains, "smart_format": booleans.contains, "vad_events": booleans.contains,
            "endpointing": { $0 == "100" }, "utterance_end_ms": { (Int($0) ?? 0) >= 1000 },
        ]
        for (name, value) in fields { #expect(allowed[name]?(value) == true, "\(name)=\(value)") }
        #expect(fields.count == allowed.count)
        #expect(fields["interim_results"] == "true", "utterance_end_ms needs them")
    }

    @Test("partial words reach whoever listens")
    func partials() async throws {
        let dialer = StandInDialer { line, message in
            guard case .binary = message else { return }
            line.say(
                #"{"type":"Results","start":0,"duration":0.1,"is_final":false,"channel":{"alternatives":[{"transcript":"good morn"}]}}"#
            )
        }
        let stream = try await DeepgramRecognizer(Self.provider, over: dialer).makeStream(vocabulary: "open")
        await stream.accept([Int16](repeating: 1, count: 1600))
        var partials = stream.partials.makeAsyncIterator()
        #expect(await partials.next() == Hypothesis("good morn"))
        stream.close()
        #expect(await partials.next() == nil)
    }

    @Test("an endpoint that never answers times out, and the next utterance has a new connection")
    func silent() async throws {
        let dialer = StandInDialer { _, _ in }
        var provider = Self.provider
        provider.timeout = .milliseconds(100)
        let stream = try await DeepgramRecognizer(provider, over: dialer).makeStream(vocabulary: "open")
        await stream.accept([Int16](repeating: 1, count: 1600))
        let line = try #require(dialer.all.first)
        line.say(
            #"{"type":"Results","start":0,"duration":0.05,"is_final":false,"channel":{"alternatives":[{"transcript":"hm"}]}}"#
        )
        await #expect(throws: SpeechError.timedOut) { try await stream.finish() }
        await stream.accept([Int16](repeating: 1, count: 1600))
        #expect(line.isClosed)
        #expect(dialer.all.count == 2)
    }

    @Test("a wrong key is an error of the utterance, and holds no key")
    func refused() async throws {
        let dialer = StandInDialer(open: { _, line in line.say(.ended(.refused(status: 401))) }, answer: { _, _ in })
        let stream = try await DeepgramRecognizer(Self.provider, over: dialer).makeStream(vocabulary: "open")
        await stream.accept([Int16](repeating: 1, count: 1600))
        await #expect(throws: SpeechError.refused(status: 401)) { try await stream.finish() }
    }

    @Test("a connection that breaks in the middle of a word is made again, and the word is heard")
    func breaks() async throws {
        let endpoint = Endpoint(words: "tuesday at nine")
        let broken = Atomic<Bool>(false)
        let dialer = StandInDialer { line, message in
            if case .binary = message,
                broken.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
            {
                line.say(.ended(.unreachable("cut")))
            } else {
                endpoint.answer(line, message)
            }
        }
        let stream = try await DeepgramRecognizer(Self.provider, over: dialer).makeStream(vocabulary: "open")
        let heard = try await Ears.hear([Int16](repeating: 9, count: 8000), on: stream)
        #expect(heard.text == "tuesday at nine")
        #expect(dialer.all.count == 2)
        #expect(dialer.all.last?.bytes.count == 16_000)
    }

    @Test("a cancelled finish ends at once, and a closed stream refuses")
    func cancelled() async throws {
        let dialer = StandInDialer { _, _ in }
        let stream = try await DeepgramRecognizer(Self.provider, over: dialer).makeStream(vocabulary: "open")
        await stream.accept([Int16](repeating: 1, count: 1600))
        let task = Task { try await stream.finish() }
        task.cancel()
        await #expect(throws: SpeechError.cancelled) { try await task.value }
        stream.close()
        await #expect(throws: SpeechError.cancelled) { try await stream.finish() }
    }
}
