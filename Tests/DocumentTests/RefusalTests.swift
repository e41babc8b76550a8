import Document
import Testing

@Suite struct RefusalTests {
    private func refusal(
        _ bytes: some Sequence<UInt8>, _ limits: DocumentLimits = DocumentLimits()
    ) -> [String] {
        do {
            _ = try DocumentValue(parsing: bytes, file: "a.yaml", limits: limits)
            return []
        } catch {
            return error.errors.map(\.description)
        }
    }

    @Test(
        "what a document may not hold is refused with its line",
        arguments: [
            ("a: 1\nb: 2\nc: 3\nb: 4\n", "a.yaml:4: the key \"b\" stands twice, first in line 2"),
            ("x:\n  - a: 1\n    a: 2\n", "a.yaml:3: the key \"a\" stands twice, first in line 2"),
            ("a: {b: 1, b: 2}", "a.yaml:1: the key \"b\" stands twice, first in line 1"),
            ("a: 1\n\"a\": 2", "a.yaml:2: the key \"a\" stands twice, first in line 1"),
            ("a: &x 1\nb: *x", "a.yaml:2: aliases (`*name`) are not allowed"),
            ("a: 1\nb: &x [1]\n", "a.yaml:2: b: anchors (`&x`) are not allowed"),
            ("a: *x", "a.yaml:1: is not YAML: found undefined alias"),
            ("a: !!binary abc", "a.yaml:1: a: tags (`tag:yaml.org,2002:binary`) are not allowed"),
            ("a:\n  !thing b: 1", "a.yaml:2: a.b: tags (`!thing`) are not allowed"),
            ("? [1, 2]\n: 3", "a.yaml:1: a key must be a word"),
            ("a: 1\n---\nb: 2", "a.yaml:2: is not YAML: but found another document (expected a single document"),
            ("a: [1, 2", "a.yaml:2: is not YAML: did not find expected ',' or ']' (while parsing a flow sequence"),
            ("a:\n\tb: 1", "a.yaml:2: is not YAML: found character that cannot start any token"),
            ("a: \"\\ud800\"", "a.yaml:1: is not YAML: found invalid Unicode character escape code"),
            ("a: 1\nb: \u{7}", "a.yaml:2: is not YAML: control characters are not allowed"),
        ])
    func forbidden(text: String, message: String) {
        #expect(refusal(text.utf8).first?.hasPrefix(message) == true, "\(refusal(text.utf8))")
    }

    @Test("words that only look like an alias are a text")
    func harmless() {
        #expect(refusal("a: AT&T and 2*T\nb: \"&x\"\nc: 'five * stars & more'".utf8) == [])
    }

    @Test("bytes that are not UTF-8 are refused with their line")
    func encoding() {
        let bytes = Array("a: 1\nb: ".utf8) + [0xFF, 0xFE] + Array("\nc: 3".utf8)
        #expect(refusal(bytes) == ["a.yaml:2: is not UTF-8"])
    }

    @Test("several faults are told at once")
    func several() {
        #expect(refusal("a: &x 1\nb: !t 2\nc: {[1]: 2}".utf8).count == 3)
    }

    @Test("size, depth and number of values are limited")
    func limits() {
        let limits = DocumentLimits(size: 100, depth: 3, values: 10)
        #expect(refusal(String(repeating: " ", count: 101).utf8, limits) == ["a.yaml: is larger than 100 bytes"])
        #expect(
            refusal("a: {b: {c: 1}}".utf8, limits).first?.hasPrefix("a.yaml:1: a.b.c: is nested more than 3") == true)
        #expect(
            refusal("[1,2,3,4,5,6,7,8,9,10,11,12]".utf8, limits) == ["a.yaml:1: [9]: there are more than 10 values"])
    }
}
