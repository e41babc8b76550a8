import Audio
import Testing

@Suite("Ogg Opus file")
struct OggOpusFileTests {
    private struct Page {
        var flags: UInt8
        var granule: Int
        var serial: Int
        var sequence: Int
        var packets: [[UInt8]]
    }

    /// A reader of its own, after RFC 3533, section 6; `nil` where a page is not whole or its check sum is wrong.
    private func pages(_ bytes: [UInt8]) -> [Page]? {
        var (pages, rest): ([Page], ArraySlice<UInt8>) = ([], bytes[...])
        func number(_ at: Int, _ size: Int) -> Int {
            (0..<size).reduce(0) { $0 | Int(rest[rest.startIndex + at + $1]) << (8 * $1) }
        }
        while !rest.isEmpty {
            guard rest.count >= 27, rest.starts(with: Array("OggS".utf8)), number(4, 1) == 0 else { return nil }
            let count = number(26, 1)
            guard rest.count >= 27 + count else { return nil }
            let lacing = rest.dropFirst(27).prefix(count).map(Int.init)
            let size = 27 + count + lacing.reduce(0, +)
            guard rest.count >= size, checksum(Array(rest.prefix(size))) == number(22, 4) else { return nil }
            var page = Page(
                flags: UInt8(number(5, 1)), granule: number(6, 8), serial: number(14, 4), sequence: number(18, 4),
                packets: [])
            var (body, packet) = (rest.dropFirst(27 + count).prefix(size - 27 - count), [UInt8]())
            for length in lacing {
                packet += body.prefix(length)
                body = body.dropFirst(length)
                guard length < 255 else { continue }
                page.packets.append(packet)
                packet = []
            }
            pages.append(page)
            rest = rest.dropFirst(size)
        }
        return pages
    }

    /// Bit by bit, with the field itself as zeros.
    private func checksum(_ page: [UInt8]) -> Int {
        var sum: UInt32 = 0
        for (index, byte) in page.enumerated() {
            sum ^= UInt32((22..<26).contains(index) ? 0 : byte) << 24
            for _ in 0..<8 { sum = sum & 0x8000_0000 == 0 ? sum << 1 : sum << 1 ^ 0x04C1_1DB7 }
        }
        return Int(sum)
    }

    /// A file of so many samples, offered in pieces of `piece`: a low tone on the left, a high one on the right.
    private func file(_ count: Int, piece: Int = 320) throws -> [[UInt8]] {
        var file = try OggOpusFile(serial: 0xABCD_0123)
        let (left, right) = (
            Tone.sine(400, rate: 16_000, count: count), Tone.sine(1_500, rate: 16_000, count: count)
        )
        var parts = [file.beginning(remarks: ["TITLE=a call"])]
        for start in stride(from: 0, to: count, by: piece) {
            let range = start..<min(count, start + piece)
            parts.append(try file.append(left: Array(left[range]), right: Array(right[range])))
        }
        parts.append(try file.end())
        return parts
    }

    @Test("begins with a page that says what it is, and one with remarks")
    func beginning() throws {
        let all = try #require(pages(file(16_000).flatMap { $0 }))
        #expect(all[0].flags == 2 && all[0].granule == 0 && all[0].packets.count == 1)
        let head = all[0].packets[0]
        #expect(head.count == 19 && head.starts(with: Array("OpusHead".utf8) + [1, 2]))
        #expect(Array(head[12...]) == [0x80, 0x3E, 0, 0, 0, 0, 0])
        #expect(all[1].flags == 0 && all[1].packets[0].starts(with: Array("OpusTags".utf8)))
        #expect(String(decoding: all[1].packets[0], as: UTF8.self).contains("TITLE=a call"))
        #expect(all.map(\.sequence) == Array(0..<all.count) && all.allSatisfy { $0.serial == 0xABCD_0123 })
    }

    @Test(
        "granules count the samples to the last one, and pages hold less than a second", arguments: [320, 777, 16_000])
    func granules(piece: Int) throws {
        let count = 50_123
        let all = try #require(pages(file(count, piece: piece).flatMap { $0 }))
        let preSkip = Int(all[0].packets[0][10]) | Int(all[0].packets[0][11]) << 8
        #expect((100...1_000).contains(preSkip))
        let sound = all.dropFirst(2)
        var packets = 0
        for page in sound.dropLast() {
            packets += page.packets.count
            #expect(page.granule == packets * 960 && page.packets.count < 50 && page.flags == 0)
        }
        let last = try #require(sound.last)
        #expect(last.flags == 4 && last.granule == preSkip + count * 3)
        #expect((packets + last.packets.count) * 960 >= last.granule)
        #expect((packets + last.packets.count - 1) * 960 < last.granule + 960)
    }

    @Test("decodes to the left voice on the left and the right one on the right")
    func sound() throws {
        let all = try #require(pages(file(32_000).flatMap { $0 }))
        var decoder = try OpusDecoder(rate: 16_000, channels: 2)
        var sound: [Int16] = []
        for packet in all.dropFirst(2).flatMap(\.packets) { try decoder.decode(packet, into: &sound) }
        let left = stride(from: 8_000, to: 48_000, by: 2).map { sound[$0] }
        let right = stride(from: 8_001, to: 48_000, by: 2).map { sound[$0] }
        func strength(_ hertz: Double, _ sound: [Int16]) -> Double {
            Tone.amplitude(of: hertz, in: sound, rate: 16_000)
        }
        #expect(strength(400, left) > 4_000 && strength(1_500, right) > 4_000)
        #expect(strength(400, left) > strength(1_500, left) && strength(1_500, right) > strength(400, right))
    }

    @Test("what was written before a crash can be read, and at most a second is missing")
    func crash() throws {
        let parts = try file(16_000 * 5)
        var written: [UInt8] = []
        for (index, part) in parts.dropLast().enumerated() {
            written += part
            let all = try #require(pages(written))
            let kept = all.dropFirst(2).reduce(0) { $0 + $1.packets.count }
            #expect(index - kept < 50)
        }
    }

    @Test("a side that is missing or shorter is silent, and an empty call is a whole file")
    func uneven() throws {
        var file = try OggOpusFile(serial: 1)
        var bytes = file.beginning(
            remarks: [String(repeating: "é", count: 5_000)] + Array(repeating: "A=b", count: 200))
        bytes += try file.append(left: nil, right: Tone.square(500, count: 1_000))
        bytes += try file.append(left: Tone.square(500, count: 7), right: [])
        bytes += try file.append(left: nil, right: nil)
        bytes += try file.end()
        let all = try #require(pages(bytes))
        let preSkip = Int(all[0].packets[0][10]) | Int(all[0].packets[0][11]) << 8
        #expect(all.last?.granule == preSkip + 1_007 * 3)
        var empty = try OggOpusFile(serial: 2)
        let nothing = try empty.beginning() + empty.end()
        #expect(pages(nothing)?.last?.granule == preSkip && pages(nothing)?.last?.flags == 4)
    }

    @Test("a call's two sides are brought to one rate")
    func recording() throws {
        var call = try CallRecording(serial: 3, agentRate: 24_000)
        var bytes = call.beginning()
        for index in 0..<100 {
            let agent = Tone.sine(500, rate: 24_000, count: 480)
            bytes += try call.append(caller: nil, agent: index % 2 == 0 ? agent : nil)
        }
        bytes += try call.end()
        let last = try #require(pages(bytes)?.last)
        #expect(abs(last.granule - 100 * 960) < 1_500)
    }
}
