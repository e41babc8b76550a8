import Audio
import Foundation
@testable import Speech
import Testing

@Suite("Providers over HTTP fail in every way they know")
struct ProviderTroubleTests {
    private static let hello = ChatRequest([ChatMessage(.user, "Hello")])

    private func provider(_ server: LocalServer, timeout: Duration = .seconds(5)) -> Provider {
        Provider(url: server.url, key: "sk-secret", model: "m1", timeout: timeout)
    }

    /// What each kind of engine makes of a server.
    private func ask(_ kind: EngineReport.Kind, _ provider: Provider) async throws {
        switch kind {
        case .recognition:
            let stream = try await HTTPRecognizer(provider).makeStream(vocabulary: "open")
            await stream.accept([Int16](repeating: 5, count: 1600))
            _ = try await stream.finish()
        case .synthesis: _ = try await sound(HTTPSynthesizer(provider, voice: "v"))
        case .model: _ = try await HTTPChatModel(provider).answer(Self.hello)
        }
    }

    private func sound(_ voice: HTTPSynthesizer, _ text: String = "Hello.") async throws -> [Int16] {
        var samples: [Int16] = []
        for try await piece in voice.pieces(of: text) { samples += piece.samples }
        return samples
    }

    @Test(
        "a provider that has had enough says for how long", arguments: EngineReport.Kind.allCases,
        [("7", Duration.seconds(7)), ("0", nil), (nil, nil), ("soon", nil)])
    func limited(_ kind: EngineReport.Kind, _ wait: (field: String?, duration: Duration?)) async throws {
        let server = try LocalServer { _ in
            LocalServer.Reply(
                status: 429, chunks: [Array("{}".utf8)], fields: wait.field.map { ["Retry-After: \($0)"] } ?? [])
        }
        await #expect(throws: SpeechError.limited(retryAfter: wait.duration)) {
            try await ask(kind, provider(server))
        }
    }

    @Test("a date to wait for counts from now")
    func limitedUntilDate() async throws {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        let date = format.string(from: Date().addingTimeInterval(600))
        let server = try LocalServer { _ in
            LocalServer.Reply(status: 429, chunks: [[]], fields: ["Retry-After: \(date)"])
        }
        let error = await #expect(throws: SpeechError.self) { try await ask(.model, provider(server)) }
        guard case .limited(let wait?) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(wait > .seconds(500) && wait <= .seconds(600))
    }

    @Test("a provider that accepts and says nothing times out", arguments: EngineReport.Kind.allCases)
    func silent(_ kind: EngineReport.Kind) async throws {
        let server = try LocalServer { _ in LocalServer.Reply(delay: 30_000, chunks: [[1]]) }
        await #expect(throws: SpeechError.timedOut) {
            try await ask(kind, provider(server, timeout: .milliseconds(150)))
        }
    }

    @Test("an answer that breaks off is no answer", arguments: EngineReport.Kind.allCases)
    func truncated(_ kind: EngineReport.Kind) async throws {
        let server = try LocalServer { _ in
            LocalServer.Reply(chunks: [[UInt8](repeating: 64, count: 300)], breaksOff: true)
        }
        let error = await #expect(throws: SpeechError.self) { try await ask(kind, provider(server)) }
        guard case .unreachable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("no sound is an error, not a pause", arguments: [[], [0], [UInt8](repeating: 0, count: 48_000)])
    func noSound(_ bytes: [UInt8]) async throws {
        let server = try LocalServer { _ in LocalServer.Reply(chunks: [bytes]) }
        await #expect(throws: SpeechError.malformed("no sound")) {
            try await sound(HTTPSynthesizer(provider(server), voice: "v"))
        }
    }

    @Test("a sound that does not end is cut")
    func endlessSound() async throws {
        let loud = (0..<24_000).flatMap { index -> [UInt8] in [UInt8(truncatingIfNeeded: index), 40] }
        let server = try LocalServer { _ in LocalServer.Reply(chunks: [loud], neverEnds: true) }
        await #expect(throws: SpeechError.malformed("a sound that does not end")) {
            try await sound(HTTPSynthesizer(provider(server, timeout: .seconds(60)), voice: "v"))
        }
    }

    @Test("a WAV file of another rate is brought to the rate promised", arguments: [8000, 22_050, 44_100, 48_000])
    func otherRate(_ rate: Int) async throws {
        let tone = (0..<rate).map { Int16(8000 * sin(Double($0) * 2 * .pi * 440 / Double(rate))) }
        let server = try LocalServer { _ in
            LocalServer.Reply(chunks: [WAVFile(samples: tone, rate: rate).serialized()])
        }
        let heard = try await sound(HTTPSynthesizer(provider(server), voice: "v", rate: 24_000, format: "wav"))
        #expect(abs(heard.count - 24_000) < 300, "\(heard.count)")
        let crossings = zip(heard, heard.dropFirst()).count { ($0 < 0) != ($1 < 0) }
        #expect(abs(crossings - 880) < 20, "\(crossings)")
    }

    @Test("a WAV file nobody can play is malformed")
    func absurdRate() async throws {
        let server = try LocalServer { _ in
            LocalServer.Reply(chunks: [WAVFile(samples: [900, 900], rate: 12_345).serialized()])
        }
        await #expect(throws: SpeechError.malformed("the sound has a rate nobody uses")) {
            try await sound(HTTPSynthesizer(provider(server), voice: "v", format: "wav"))
        }
    }

    @Test("leading silence is taken away, but for ten milliseconds", arguments: [1, 100, 5000])
    func leadingSilence(_ cut: Int) {
        let samples = [Int16](repeating: 20, count: 4000) + [Int16](repeating: 2000, count: 100)
        var silence = LeadingSilence(rate: 24_000)
        var heard: [Int16] = []
        for start in stride(from: 0, to: samples.count, by: cut) {
            heard += silence.strip(Array(samples[start..<min(samples.count, start + cut)]))
        }
        #expect(heard == [Int16](repeating: 20, count: 240) + [Int16](repeating: 2000, count: 100))
    }

    @Test("a WAV file cut anywhere gives the samples before the cut, or an error")
    func truncatedWAV() throws {
        let samples = (0..<50).map { Int16($0 * 300) }
        let file = WAVFile(samples: samples, rate: 16_000).serialized()
        for length in 0...file.count {
            var reader = SampleReader()
            let heard = try reader.add(Array(file[..<length])) + reader.finish()
            #expect(heard == (length < 12 ? heard : Array(samples.prefix(max(0, length - 44) / 2))))
            #expect(heard.count <= length / 2)
        }
    }
}
