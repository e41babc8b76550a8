@testable import Speech
import Testing

@Suite("The embedded voice says where words end")
struct WordTimingTests {
    private struct Heard {
        var samples: [[Int16]] = []
        var ends: [[Int]] = []
        var words: [[Substring]] = []
        /// An end came with a piece that does not reach it.
        var isEarly = false
    }

    private func hear(_ text: String, _ voice: EmbeddedSynthesizer = EmbeddedSynthesizer()) async throws -> Heard {
        var heard = Heard()
        for try await piece in voice.pieces(of: text) {
            if piece.index == heard.samples.count {
                heard.samples.append([])
                heard.ends.append([])
                heard.words.append(piece.clause.split(whereSeparator: \.isWhitespace))
            }
            heard.samples[piece.index] += piece.samples
            heard.ends[piece.index] += piece.wordEnds
            if piece.wordEnds.contains(where: { $0 > heard.samples[piece.index].count }) { heard.isEarly = true }
        }
        return heard
    }

    @Test(
        "every written word has an end, in order and within the sound",
        arguments: [
            "Sure.", "An oil change is $39.95 and takes about 45 minutes, or so.",
            "We open at 7:30 AM — call (555) 123-4567 any time.",
            "That is on Sept. 5th… at 10 a.m. Which day suits you?",
            "Dr. O'Brien—he's here—says \"yes\" to A/C & VIN 1HGCM82633A004352!", "I'll don't it's.",
        ])
    func everyWord(_ text: String) async throws {
        let heard = try await hear(text)
        for (index, ends) in heard.ends.enumerated() {
            #expect(ends.count == heard.words[index].count, "\(heard.words[index])")
            #expect(ends == ends.sorted())
            #expect((ends.last ?? 0) <= heard.samples[index].count)
        }
        #expect(!heard.isEarly)
        #expect(!heard.ends.isEmpty)
    }

    @Test("the last word ends where the clause falls silent")
    func lastWord() async throws {
        let heard = try await hear("Our service department opens at seven thirty tomorrow.")
        let samples = heard.samples[0]
        let loud = samples.indices.last { samples[$0].magnitude >= 400 } ?? 0
        let end = try #require(heard.ends[0].last)
        #expect(abs(end - loud) < 1600, "\(end) and \(loud)")
    }

    @Test("silence between two words lies around the end of the first")
    func pause() async throws {
        let heard = try await hear("Hello, goodbye.")
        let samples = heard.samples[0]
        // The longest quiet stretch inside the clause is the pause at the comma.
        var best = (start: 0, length: 0)
        var start = 0
        for index in samples.indices.dropLast(4000) where samples[index].magnitude > 200 {
            if index - start > best.length { best = (start, index - start) }
            start = index
        }
        #expect(best.length > 800)
        let end = try #require(heard.ends[0].first)
        #expect(end > best.start - 1200 && end < best.start + best.length, "\(end) in \(best)")
    }

    @Test("a clause from the cache has the same ends, also when it is written otherwise")
    func cached() async throws {
        let voice = EmbeddedSynthesizer()
        let first = try await hear("It is thirty nine dollars.", voice)
        let second = try await hear("It is thirty nine dollars.", voice)
        #expect(second.ends == first.ends && second.samples == first.samples)
        let third = try await hear("It is $39.", voice)
        #expect(third.samples == first.samples)
        #expect(third.ends[0] == [first.ends[0][0], first.ends[0][1], first.ends[0][4]])
    }

    @Test(
        "a written word knows how many spoken ones it became",
        arguments: [
            ("at 10 AM.", [1, 2, 4]), ("(555) 123-4567", [3, 10]), ("$3 million", [1, 3]), ("hello—there you", [2, 3]),
            ("- yes", [0, 1]), ("", []),
        ])
    func counts(_ written: String, _ counts: [Int]) {
        #expect(SpokenText.read(written).counts == counts)
    }
}
