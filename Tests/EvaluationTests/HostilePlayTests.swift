import Evaluation
import Testing

@Suite struct HostilePlayTests {
    @Test("every truncation of a play is read or refused with a line that is there")
    func truncations() {
        let bytes = Array(PlayParserTests.whole.utf8)
        for length in 0...bytes.count {
            do throws(InvalidPlay) {
                _ = try PlayParser.play(from: Array(bytes.prefix(length)), path: "cut.play")
            } catch {
                let lines = bytes.prefix(length).count { $0 == UInt8(ascii: "\n") } + 1
                #expect(error.faults.allSatisfy { (1...lines).contains($0.line) })
            }
        }
    }

    @Test("random bytes are refused")
    func noise() {
        var random = Noise(state: 4)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            #expect(throws: InvalidPlay.self) { try PlayParser.play(from: bytes, path: "noise.play") }
        }
    }

    @Test("a play with random bytes in it is read or refused, never a trap")
    func damaged() {
        var random = Noise(state: 5)
        let whole = Array(PlayParserTests.whole.utf8)
        var refused = 0
        for _ in 0..<500 {
            var bytes = whole
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...127, using: &random)
            }
            do throws(InvalidPlay) {
                _ = try PlayParser.play(from: bytes, path: "damaged.play")
            } catch {
                refused += 1
                #expect(!error.faults.isEmpty)
            }
        }
        #expect(refused > 25)
    }

    @Test("a file that is too long or no UTF-8 is refused")
    func unreadable() {
        func fault(_ bytes: [UInt8]) -> PlayFault? {
            do throws(InvalidPlay) {
                _ = try PlayParser.play(from: bytes, path: "x.play")
                return nil
            } catch {
                return error.faults.first?.value
            }
        }
        #expect(fault(Array(repeating: 35, count: PlayParser.maximumLength + 1)) == .tooLong)
        #expect(fault([35, 32, 0xFF, 0xFE]) == .notUTF8)
    }
}

/// A small generator whose numbers follow from its seed.
struct Noise: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
