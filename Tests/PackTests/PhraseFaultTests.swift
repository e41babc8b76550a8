import Document
import Pack
import Testing

@Suite struct PhraseFaultTests {
    /// What is wrong with the dentist's phrases after one line was replaced.
    private func faults(_ line: String, with text: String) throws -> [String] {
        var files = try PackFolder.dentist()
        let bytes = try #require(files.contents["phrases.yaml"])
        let phrases = String(decoding: bytes, as: UTF8.self)
        #expect(phrases.contains(line + "\n"))
        files.contents["phrases.yaml"] = Array(phrases.replacing(line + "\n", with: text + "\n").utf8)
        do {
            _ = try BusinessPack(files)
            return []
        } catch {
            // Lines are counted from the phrase that was replaced, so that other phrases may come and go.
            let place =
                phrases.prefix(upTo: try #require(phrases.firstRange(of: line)?.lowerBound)).count { $0 == "\n" } + 1
            return error.errors.map { $0.description.replacing("phrases.yaml:\(place):", with: "phrases.yaml:here:") }
        }
    }

    private static let line = "just_taken: Somebody was faster."

    @Test(
        "a phrase that no line could speak is refused",
        arguments: [
            ("", ["phrases.yaml:1: just_taken: is missing"]),
            ("just_taken: \"\"", ["phrases.yaml:here: just_taken: is empty"]),
            ("just_taken: []", ["phrases.yaml:here: just_taken: has 0 elements; at least 1 are needed"]),
            ("just_taken: {a: b}", ["phrases.yaml:here: just_taken: must be a text, or a list, not a mapping"]),
            (
                "just_takn: Somebody was faster.",
                [
                    "phrases.yaml:1: just_taken: is missing",
                    "phrases.yaml:here: just_takn: is not a line, did you mean \"just_taken\"?",
                ]
            ),
            ("just_taken: Gone, {name}.", ["phrases.yaml:here: just_taken: uses {name}, but may use {house}"]),
            (
                "just_taken: [Gone., 'Gone {hose}.']",
                ["phrases.yaml:here: just_taken[1]: uses {hose}, did you mean \"house\"?"]
            ),
            ("just_taken: Gone }.", ["phrases.yaml:here: just_taken: has a brace without its partner"]),
            ("just_taken: Gone {house.", ["phrases.yaml:here: just_taken: has a brace without its partner"]),
            ("just_taken: 'Gone {{house}}.'", ["phrases.yaml:here: just_taken: has a brace without its partner"]),
        ])
    func refused(text: String, expected: [String]) throws {
        #expect(try faults(Self.line, with: text) == expected)
    }

    @Test("a missing phrase says which values it may use")
    func values() throws {
        #expect(
            try faults("past_time: It is past {time} already.", with: "")
                == ["phrases.yaml:1: past_time: is missing (it may use {time})"])
    }
}
