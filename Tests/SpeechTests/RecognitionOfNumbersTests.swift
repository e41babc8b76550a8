import Speech
import Testing

@Suite("Telephone numbers are heard whole")
struct RecognitionOfNumbersTests {
    private static let number = "two oh two five five five oh one seven three"

    private func heard(_ samples: [Int16]) async throws -> String {
        try await Ears.hear(samples, on: try await Ears.get().makeStream(vocabulary: "phone")).text
    }

    @Test("a voice that swallows its zeros is understood")
    func recorded() async throws {
        #expect(try await heard(try Caller.named("ph3").samples()) == Self.number)
    }

    @Test("so are numbers with zeros at any place", arguments: ["202 555 0173", "732 555 2087"])
    func spoken(_ number: String) async throws {
        let digits = number.compactMap(\.wholeNumberValue).map {
            ["oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][$0]
        }
        var samples: [Int16] = []
        for try await piece in EmbeddedSynthesizer(threads: 1).speak(digits.joined(separator: " ")) { samples += piece }
        #expect(try await heard(samples) == digits.joined(separator: " "))
    }

    @Test("who says something else while a number is asked for is heard, and a local number stays one")
    func others() async throws {
        for (name, words) in [("esc1", "human"), ("can1", "cancel"), ("ph1", "five five five one two three four")] {
            let text = try await heard(try Caller.named(name).samples())
            #expect(text.contains(words), "heard: \(text)")
        }
    }
}
