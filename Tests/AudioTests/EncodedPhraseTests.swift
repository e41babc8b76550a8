import Audio
import Testing

@Suite("Phrases with packets")
struct EncodedPhraseTests {
    private let phrase: EncodedPhrase
    private let rate = 16_000

    init() throws {
        phrase = try EncodedPhrase(Tone.sine(300, rate: 16_000, count: 1_000), rate: 16_000)
    }

    /// The packets used while everything is played, `nil` where a frame must be encoded.
    private func play(_ buffer: inout PlayoutBuffer, _ packets: inout PhrasePackets) -> [[UInt8]?] {
        var used: [[UInt8]?] = []
        while let frame = buffer.pop() { used.append(packets.packet(for: frame)) }
        return used
    }

    private func append(_ buffer: inout PlayoutBuffer, _ packets: inout PhrasePackets, before: [Int16] = []) {
        _ = buffer.append(before, utterance: 1, generation: 0)
        _ = buffer.append(phrase.samples, utterance: 1, generation: 0)
        packets.note(phrase, taken: 0..<phrase.samples.count, of: 1, at: before.count)
        _ = buffer.finish(utterance: 1)
    }

    @Test("a phrase has a packet for every 20 ms begun, which decode to its sound")
    func packets() throws {
        #expect(phrase.packets.count == 4 && phrase.duration == .microseconds(62_500))
        #expect(phrase.byteCount > 2_000)
        var decoder = try OpusDecoder(rate: rate)
        var sound: [Int16] = []
        for packet in phrase.packets { try decoder.decode(packet, into: &sound) }
        #expect(Tone.amplitude(of: 300, in: sound[320..<960], rate: rate) > 4_000)
        #expect(try EncodedPhrase([], rate: rate).packets.isEmpty)
    }

    @Test("a phrase played whole is its packets, and nothing else is")
    func whole() {
        var (buffer, packets) = (PlayoutBuffer(rate: rate), PhrasePackets())
        append(&buffer, &packets, before: Tone.square(100, count: 640))
        #expect(play(&buffer, &packets) == [nil, nil] + phrase.packets.map(Optional.some))
    }

    @Test("a phrase that does not begin with a frame, or goes on in the same frame, is encoded there")
    func unaligned() {
        var (buffer, packets) = (PlayoutBuffer(rate: rate), PhrasePackets())
        append(&buffer, &packets, before: Tone.square(100, count: 100))
        #expect(play(&buffer, &packets).allSatisfy { $0 == nil })
        (buffer, packets) = (PlayoutBuffer(rate: rate), PhrasePackets())
        _ = buffer.append(phrase.samples + Tone.square(100, count: 320), utterance: 1, generation: 0)
        packets.note(phrase, taken: 0..<1_000, of: 1, at: 0)
        _ = buffer.finish(utterance: 1)
        #expect(play(&buffer, &packets) == phrase.packets.prefix(3).map(Optional.some) + [nil, nil])
    }

    @Test("once a frame was played from its samples, so is the rest; from its beginning the phrase is whole again")
    func order() {
        var (buffer, packets) = (PlayoutBuffer(rate: rate), PhrasePackets())
        append(&buffer, &packets)
        let frames = (0..<3).compactMap { _ in buffer.pop() }
        #expect(packets.packet(for: frames[0]) == phrase.packets[0])
        packets.pass(frames[1])
        #expect(packets.packet(for: frames[2]) == nil)
        buffer.hold()
        #expect(buffer.release(rewind: 960) == 960)
        #expect(play(&buffer, &packets) == phrase.packets.map(Optional.some))
    }

    @Test("going back into the middle of a phrase leaves its packets")
    func middle() {
        var (buffer, packets) = (PlayoutBuffer(rate: rate), PhrasePackets())
        append(&buffer, &packets)
        for _ in 0..<3 { _ = buffer.pop().map { packets.packet(for: $0) } }
        buffer.hold()
        _ = buffer.release(rewind: 640)
        #expect(play(&buffer, &packets) == [nil, nil, nil])
    }

    @Test("a phrase that was taken in parts is as good as one taken whole")
    func parts() {
        var (buffer, packets) = (PlayoutBuffer(rate: rate), PhrasePackets())
        for range in [0..<100, 100..<700, 700..<1_000] {
            _ = buffer.append(phrase.samples[range], utterance: 7, generation: 0)
            packets.note(phrase, taken: range, of: 7, at: range.lowerBound)
        }
        _ = buffer.finish(utterance: 7)
        #expect(play(&buffer, &packets) == phrase.packets.map(Optional.some))
    }

    @Test("beyond sixteen phrases the samples serve")
    func bound() {
        var (buffer, packets) = (PlayoutBuffer(rate: rate), PhrasePackets())
        for utterance in 0..<20 {
            _ = buffer.append(phrase.samples, utterance: utterance, generation: 0)
            packets.note(phrase, taken: 0..<1_000, of: utterance, at: 0)
            _ = buffer.finish(utterance: utterance)
        }
        #expect(play(&buffer, &packets).count { $0 != nil } == 16 * 4)
    }
}
