import Audio
import Session
import Speech
import Synchronization
import Testing

private func phrase(_ seconds: Double = 0.1) throws -> EncodedPhrase {
    try EncodedPhrase([Int16](repeating: 100, count: Int(16_000 * seconds)), rate: 16_000)
}

@Suite("Phrases that are ready to be sent", .timeLimit(.minutes(1)))
struct PhraseShelfTests {
    @Test("what was kept is there, by its text")
    func kept() throws {
        let shelf = PhraseShelf(ScriptedSynthesizer())
        shelf.keep(try phrase(), for: "hello")
        #expect(shelf.has("hello") && shelf.phrase("hello")?.packets.count == 5)
        #expect(shelf.phrase("goodbye") == nil)
    }

    @Test("the bytes are bounded: what was unused for longest gives way, what is needed stays")
    func bounded() throws {
        let one = try phrase()
        let shelf = PhraseShelf(ScriptedSynthesizer(), capacity: one.byteCount * 5)
        shelf.keep(one, for: "needed", isNeeded: true)
        for number in 1...4 { shelf.keep(one, for: "\(number)") }
        _ = shelf.phrase("1")
        shelf.keep(one, for: "5")
        #expect(shelf.has("needed") && shelf.has("1") && shelf.has("5") && !shelf.has("2"))
        #expect(shelf.byteCount <= one.byteCount * 5)
    }

    @Test("the same phrase again takes no more room")
    func again() throws {
        let (shelf, one) = (PhraseShelf(ScriptedSynthesizer()), try phrase())
        for _ in 0..<5 { shelf.keep(one, for: "hello") }
        #expect(shelf.byteCount == one.byteCount)
    }

    @Test("phrases are made once, whatever is asked for later")
    func rendering() async {
        let synthesizer = ScriptedSynthesizer()
        let shelf = PhraseShelf(synthesizer)
        await shelf.render(["hello", "goodbye"])
        await shelf.render(["goodbye", "hello", ""])
        #expect(shelf.has("hello") && shelf.has("goodbye"))
        #expect(synthesizer.texts.withLock { $0 } == ["hello", "goodbye"])
    }

    @Test("when the synthesiser is dead, another voice says what is needed")
    func deadSynthesizer() async {
        let shelf = PhraseShelf(ScriptedSynthesizer(.fails))
        await shelf.render(["sorry"])
        #expect(!shelf.has("sorry"))
        await shelf.render(["sorry"], isNeeded: true, else: { ScriptedSynthesizer() })
        #expect(shelf.has("sorry"))
    }

    @Test(
        "the agent's voice has a rate that the codec knows, and none of the sound is lost",
        arguments: [
            (8_000, 8_000), (16_000, 16_000), (22_050, 24_000), (24_000, 24_000), (44_100, 48_000), (48_000, 48_000),
        ])
    func rates(rate: Int, expected: Int) {
        #expect(PhraseShelf.rate(for: rate) == expected)
    }
}
