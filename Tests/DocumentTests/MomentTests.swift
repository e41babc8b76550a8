import Document
import Foundation
import Simulation
import Testing

/// Moments as text.
@Suite struct MomentTests {
    @Test("a moment is written as Foundation writes it", arguments: 0..<50)
    func likeFoundation(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            // Quarters of a second are exact; what Foundation does with others is cut off, not rounded.
            let date = Date(
                timeIntervalSince1970: Double(Int.random(in: -248_668_876_800...1_013_609_203_196, using: &random)) / 4)
            #expect(date.moment == date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
        }
    }

    @Test(
        "leap days, ends of years and of centuries",
        arguments: [
            "2024-02-29T23:59:59.999Z", "2000-02-29T00:00:00.000Z", "1900-03-01T00:00:00.000Z",
            "1999-12-31T23:59:59.999Z",
            "1582-10-15T00:00:00.000Z", "1582-10-04T23:59:59.999Z",
            "1970-01-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "0000-01-01T00:00:00.000Z",
            "9999-12-31T23:59:59.999Z",
            "2100-02-28T12:00:00.001Z",
        ])
    func edges(_ text: String) throws {
        #expect(try #require(Date(moment: text)).moment == text)
    }

    @Test("what is nearest is written, and years of five digits too")
    func rounding() {
        #expect(Date(timeIntervalSince1970: 0.000_6).moment == "1970-01-01T00:00:00.001Z")
        #expect(Date(timeIntervalSince1970: 59.999_6).moment == "1970-01-01T00:01:00.000Z")
        #expect(Date(timeIntervalSince1970: 253_402_300_800).moment.hasPrefix("10000-01-01T"))
    }

    @Test("what is no moment is not read", arguments: ["", "yesterday", "2024-13-01T00:00:00Z", "2024-01-01"])
    func none(_ text: String) {
        #expect(Date(moment: text) == nil)
    }

    @Test("a whole second has no fraction to be read")
    func whole() {
        #expect(Date(moment: "1970-01-01T00:00:10Z") == Date(timeIntervalSince1970: 10))
        #expect(Date(moment: "1970-01-01T01:00:10+01:00") == Date(timeIntervalSince1970: 10))
    }
}
