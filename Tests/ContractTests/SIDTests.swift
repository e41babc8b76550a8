import Contract
import Simulation
import Testing

@Suite("Identifiers")
struct SIDTests {
    @Test("an identifier is its prefix and twelve symbols that look like nothing else", arguments: SID.Kind.allCases)
    func shape(_ kind: SID.Kind) {
        var random = SeededGenerator(seed: 1)
        let text = SID(kind, using: &random).description
        #expect(text.hasPrefix(kind.rawValue))
        let symbols = text.dropFirst(kind.rawValue.count)
        #expect(symbols.count == 12)
        #expect(symbols.allSatisfy { !"01IOl".contains($0) && SID.alphabet.contains($0) })
        #expect(SID.kind(of: text) == kind)
    }

    @Test("the alphabet has 57 different symbols")
    func alphabet() {
        #expect(SID.alphabet.count == 57)
        #expect(Set(SID.alphabet).count == 57)
    }

    @Test("a track's identifier tells its type and source")
    func track() {
        var random = SeededGenerator(seed: 2)
        let microphone = SID(track: .audio, from: .microphone, using: &random).description
        #expect(microphone.hasPrefix("TR_AM"))
        #expect(microphone.count == 17)
        #expect(SID(track: .video, from: .screenShare, using: &random).description.hasPrefix("TR_VS"))
    }

    @Test("a thousand identifiers differ")
    func different() {
        var random = SeededGenerator(seed: 3)
        #expect(Set((0..<1000).map { _ in SID(.participant, using: &random) }).count == 1000)
    }

    @Test("a prefix alone is no identifier")
    func prefixOnly() {
        #expect(SID.kind(of: "PA_") == nil)
        #expect(SID.kind(of: "hello") == nil)
    }
}
