import Session
import Testing

@testable import Room

@Suite("Keys of a telephone, told by its gateway")
struct DTMFKeyTests {
    private func key(_ code: UInt32, _ digit: String) -> Character? {
        DTMFTone(code: code, digit: digit, participantIdentity: "sip").key
    }

    @Test("the key's name counts, else its code")
    func keys() {
        #expect(key(5, "5") == "5" && key(11, "#") == "#" && key(12, "a") == "A")
        #expect(key(0, "") == "0" && key(10, "") == "*" && key(15, "") == "D")
    }

    @Test("what is no key is none", arguments: [(16, ""), (4_000_000_000, ""), (1, "12"), (1, "x"), (1, "é")])
    func others(code: UInt32, digit: String) {
        #expect(key(code, digit) == nil)
    }
}
