import Document
import Logging
import Speech
import Synchronization
import Testing

@Suite("An engine that stalls, limits or comes late is replaced")
struct StallTests {
    private let observer = RecordingObserver()
    private let switchboard = Switchboard(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    /// Short, because what waits in these tests waits for ever.
    private let brief = Patience(between: .milliseconds(40), whole: .milliseconds(80))
    private let account = UsageTag(session: "s", workspace: "w")

    init() { switchboard.add(observer) }

    /// Never comes back by itself.
    private static func stall() async throws {
        try await Task.sleep(for: .seconds(3600))
    }

    private func ears(_ patience: Patience, _ engines: FakeRecognizer...) -> FallbackRecognizer {
        FallbackRecognizer(
            engines.map { Link(Candidate($0.traits.name), $0) }, patience: patience, switchboard: switchboard)
    }

    private func voice(_ patience: Patience, _ engines: any SpeechSynthesizer...) -> FallbackSynthesizer {
        FallbackSynthesizer(
            engines.map { Link(Candidate($0.traits.name, isLastResort: $0 is RenderedPhrases), $0) },
            patience: patience, switchboard: switchboard)
    }

    private func spoken(_ voice: FallbackSynthesizer, _ text: String) async throws -> [SpeechPiece] {
        var pieces: [SpeechPiece] = []
        for try await piece in voice.pieces(of: text) { pieces.append(piece) }
        return pieces
    }

    @Test("a recogniser that gives no words in time has failed, and the next hears the whole utterance")
    func silentRecognizer() async throws {
        let ears = ears(
            brief,
            FakeRecognizer("a") { _ in
                try await Self.stall()
                return "late"
            },
            FakeRecognizer("b") { "\($0)" })
        let stream = try await UsageTag.$current.withValue(account) { try await ears.makeStream(vocabulary: "open") }
        for _ in 0..<3 { await stream.accept([Int16](repeating: 1, count: 8000)) }
        #expect(try await stream.finish().text == "24000")
        #expect(observer.outcomes == ["a timed_out", "b answered"])
        #expect(observer.reports.map(\.amount.seconds) == [1.5, 1.5])
        #expect(observer.reports.map(\.tag) == [account, account])
    }

    @Test("a connection that cannot be made costs no word")
    func unreachable() async throws {
        let broken = BrokenRecognizer()
        let ears = FallbackRecognizer(
            [Link(Candidate("a"), broken), Link(Candidate("b"), FakeRecognizer("b") { "\($0)" })],
            switchboard: switchboard)
        let stream = try await ears.makeStream(vocabulary: "open")
        for _ in 0..<4 { await stream.accept([Int16](repeating: 1, count: 320)) }
        #expect(try await stream.finish().text == "1280")
    }

    @Test("a stream that is closed without a word after seconds of speech is followed by one on another engine")
    func revived() async throws {
        let ears = ears(
            .recognition, FakeRecognizer("a", givesPartials: true) { _ in "a" }, FakeRecognizer("b") { _ in "b" })
        let dead = try await ears.makeStream(vocabulary: "open")
        await dead.accept([Int16](repeating: 1, count: 24_000))
        dead.close()
        let next = try await ears.makeStream(vocabulary: "open")
        await next.accept([Int16](repeating: 1, count: 24_000))
        #expect(try await next.finish().text == "b")
        #expect(observer.outcomes == ["a timed_out", "b answered"])
    }

    @Test("an engine slower than nearly always gets company, and the first answer counts")
    func hedged() async throws {
        let isSlow = Mutex(false)
        let ears = ears(
            Patience(between: .seconds(3600), whole: .seconds(3600)),
            FakeRecognizer("a") { _ in
                if isSlow.withLock({ $0 }) { try await Self.stall() }
                return "a"
            },
            FakeRecognizer("b") { _ in "b" })
        let stream = try await ears.makeStream(vocabulary: "open")
        for _ in 0..<20 {
            await stream.accept([1, 2])
            #expect(try await stream.finish().text == "a")
        }
        isSlow.withLock { $0 = true }
        await stream.accept([1, 2])
        #expect(try await stream.finish().text == "b")
        #expect(Array(observer.outcomes.suffix(2)) == ["a superseded", "b answered"])
    }

    @Test("a voice that stalls in mid-sentence is replaced from the clause at which it stalled")
    func stalledVoice() async throws {
        let voice = voice(
            brief,
            FakeSynthesizer("a", sample: 1) { if $0.hasPrefix("Two") { try await Self.stall() } },
            FakeSynthesizer("b", sample: 2))
        let pieces = try await spoken(voice, "One is here. Two is there. Three is gone.")
        #expect(pieces.filter(\.endsClause).map(\.clause).joined() == "One is here. Two is there. Three is gone.")
        #expect(pieces.map { $0.samples.first ?? 0 } == [1, 1, 1, 2, 2, 2, 2])
        #expect(pieces.map(\.index) == [0, 0, 1, 1, 1, 2, 2])
        #expect(observer.outcomes == ["a timed_out", "b answered"])
    }

    @Test("when nothing else speaks, a sentence rendered beforehand does, and its words are the ones that are heard")
    func lastResort() async throws {
        let apology = LastResort(text: "Sorry.", samples: [7, 7], rate: 16_000)
        let voice = voice(brief, BrokenSynthesizer(), RenderedPhrases(apology))
        let pieces = try await spoken(voice, "Your car is ready.")
        #expect(pieces == [SpeechPiece(samples: [7, 7], clause: "Sorry.", index: 0, endsClause: true)])
    }

    @Test("a provider that has had enough is left alone at once, without its circuit opening")
    func limited() async throws {
        let asked = Mutex(0)
        let model = FallbackChatModel(
            [
                Link(
                    Candidate("a"),
                    FakeModel { _ in
                        asked.withLock { $0 += 1 }
                        throw SpeechError.limited(retryAfter: .seconds(60))
                    }),
                Link(Candidate("b"), FakeModel { $0.yield(.text("fine")) }),
            ], switchboard: switchboard)
        for _ in 0..<3 { #expect(try await model.answer(ChatRequest([])).text == "fine") }
        #expect(asked.withLock { $0 } == 1)
        #expect(switchboard.circuits.first?.state == .closed)
        #expect((switchboard.circuits.first?.wait ?? .zero) > .seconds(50))
        #expect(observer.outcomes == ["a refused", "b answered", "b answered", "b answered"])
    }

    @Test("a model that breaks off cannot take its words back; an answer that counts as a whole goes to the next model")
    func brokenAnswers() async throws {
        let model = FallbackChatModel(
            [
                Link(
                    Candidate("a"),
                    FakeModel {
                        $0.yield(.text("half"))
                        throw SpeechError.unreachable("gone")
                    }),
                Link(Candidate("b"), FakeModel { $0.yield(.text("whole")) }),
            ], switchboard: switchboard)
        await #expect(throws: SpeechError.unreachable("gone")) { try await model.answer(ChatRequest([])) }
        let whole = ChatRequest([], format: .json(name: "n", schema: [:]))
        #expect(try await model.answer(whole).text == "whole")
    }

    @Test("a request nobody waits for any more is no failure")
    func cancelled() async throws {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let model = FallbackChatModel(
            [
                Link(
                    Candidate("a"),
                    FakeModel { _ in
                        begin.yield()
                        try await Self.stall()
                    })
            ], switchboard: switchboard)
        let task = Task { try await model.answer(ChatRequest([])) }
        for await _ in begun { break }
        task.cancel()
        await #expect(throws: SpeechError.cancelled) { try await task.value }
        while observer.outcomes.isEmpty { await Task.yield() }
        #expect(observer.outcomes == ["a cancelled"])
    }

    @Test("observers learn when a circuit opens and closes")
    func circuits() async throws {
        let model = FallbackChatModel(
            [Link(Candidate("a"), FakeModel { _ in throw SpeechError.timedOut })], switchboard: switchboard)
        for _ in 0..<5 { _ = try? await model.answer(ChatRequest([])) }
        #expect(observer.turns == ["llm:a open"])
        #expect(switchboard.reset("llm:a"))
        #expect(!switchboard.reset("llm:b"))
        #expect(observer.turns == ["llm:a open", "llm:a closed"])
    }
}
