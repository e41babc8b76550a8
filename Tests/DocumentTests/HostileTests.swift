import Document
import Simulation
import Testing

@Suite struct HostileTests {
    /// A pattern repeated until a document is as large as it may be.
    static let patterns = [
        "[", "{", "]", "- ", "? ", "a: ", "[a,", "{a: ", "{a,", "a: {", "- - ", "&a ", "*a ", "!a ", "!", "%A\n",
        "\"", "'", "\\", "\t", " ", "\n", "\r\n", "#", "|", ">", "---\n", "...\n", "\u{2028}", "a", "a b ", "[a,b],",
        "&a [*a,", "? ? ", "- ? ", ": ", ",", "[]: ", "{}: ", "\"a\":", "'a',", "é", "\u{FEFF}", "a:\n", "<<: ",
    ]

    @Test("any sign repeated for sixteen kibibytes is read or refused", arguments: patterns)
    func repeated(pattern: String) {
        for prefix in ["", "[", "{", "a: \"", "a: |\n "] {
            let count = ((1 << 14) - prefix.utf8.count) / pattern.utf8.count
            let text = prefix + String(repeating: pattern, count: count)
            expectSound(Array(text.utf8))
        }
    }

    @Test("ten megabytes are refused unread")
    func large() {
        let lines = repeatElement(Array("a: 1234\n".utf8), count: 1_310_720).joined()
        #expect(throws: InvalidDocument.self) { try DocumentValue(parsing: lines) }
    }

    @Test("aliases of aliases as keys are refused at once")
    func laughs() {
        let levels = (1...60).map { "a\($0): &a\($0) {? *a\($0 - 1) : *a\($0 - 1)}" }
        let text = "a0: &a0 ha\n" + levels.joined(separator: "\n")
        #expect(throws: InvalidDocument([DocumentError(line: 2, what: "aliases (`*name`) are not allowed")])) {
            try DocumentValue(parsing: text)
        }
    }

    @Test("every beginning of a document is read or refused")
    func truncations() {
        let bytes = Array(Self.sample.utf8)
        for count in bytes.indices { expectSound(Array(bytes.prefix(count))) }
    }

    @Test("a document with any bytes changed is read or refused", arguments: 0..<20 as Range<UInt64>)
    func flips(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            var bytes = Array(Self.sample.utf8)
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            expectSound(bytes)
        }
    }

    /// Either a value within the limits, or at least one error that says what is wrong.
    private func expectSound(_ bytes: [UInt8]) {
        do {
            let value = try DocumentValue(parsing: bytes)
            #expect(depth(value) <= DocumentLimits().depth)
        } catch {
            #expect(!error.errors.isEmpty)
            #expect(error.errors.allSatisfy { !$0.what.isEmpty && $0.line ?? 1 >= 1 })
        }
    }

    private func depth(_ value: DocumentValue) -> Int {
        1 + (value.elements + value.entries.map(\.value)).reduce(0) { max($0, depth($1)) }
    }

    private static let sample = """
        # A shop – café ☕
        name: "Riverside \\"Motors\\""
        hours: {monday: '08:00-18:00', sunday: closed}
        services:
          - name: Oil Change
            spoken: |
              an oil
              change
            synonyms: [oil, "oil \\u00e9", >-
              folded
              text]
          - name: Tires
            price: 320
        """
}
