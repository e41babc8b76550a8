import Session
import Speech
import Synchronization
import Testing
import Timing

@Suite("Sound that is made ahead", .timeLimit(.minutes(1)))
struct SpeechDraftTests {
    private func samples(of draft: SpeechDraft) async throws -> Int {
        try await draft.pieces.reduce(0) { $0 + $1.samples.count }
    }

    @Test("it is begun at once and read later, whole")
    func ahead() async throws {
        let synthesizer = ScriptedSynthesizer()
        let draft = SpeechDraft("one two", by: synthesizer, at: 16_000, tag: nil)
        while synthesizer.texts.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(1)) }
        #expect(try await samples(of: draft) == 6 * 320)
    }

    @Test("a synthesiser that never ends is stopped, and has failed")
    func endless() async {
        let draft = SpeechDraft("hello", by: ScriptedSynthesizer(.babbles), at: 16_000, tag: nil)
        await #expect(throws: SpeechError.self) { try await samples(of: draft) }
    }

    @Test("no text may sound for longer than two minutes, and a short one only shortly")
    func limits() {
        #expect(SpeechDraft.longest(String(repeating: "word ", count: 10_000)) == .seconds(120))
        #expect(SpeechDraft.longest("hello") < .seconds(6))
        #expect(SpeechDraft.longest("0123456789") > .seconds(10))
    }

    @Test("sound of another rate is converted, and so are the times of the words")
    func rate() async throws {
        let draft = SpeechDraft("one", by: ScriptedSynthesizer(rate: 24_000), at: 48_000, tag: nil)
        for try await piece in draft.pieces {
            #expect(piece.samples.count == 3 * 960)
            #expect(piece.wordEnds == [3 * 960])
        }
    }

    @Test("the account of the call is known to the synthesiser")
    func account() async throws {
        let tag = UsageTag(session: "sess_1", workspace: "ws_1")
        let synthesizer = TaggedSynthesizer()
        let draft = SpeechDraft("one", by: synthesizer, at: 16_000, tag: tag)
        _ = try await samples(of: draft)
        #expect(synthesizer.tag.withLock { $0 } == tag)
    }
}

/// Remembers on whose account it was asked.
private final class TaggedSynthesizer: SpeechSynthesizer {
    let rate = 16_000
    let tag = Mutex<UsageTag?>(nil)

    func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        tag.withLock { $0 = UsageTag.current }
        return AsyncThrowingStream { $0.finish() }
    }
}
