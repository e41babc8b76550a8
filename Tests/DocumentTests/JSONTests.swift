import Document
import Testing

@Suite("JSON values")
struct JSONTests {
    @Test("the same value always yields the same bytes, whatever the order of its keys")
    func stableBytes() throws {
        let value: JSON = ["b": 1, "a": ["x", nil, true], "c": 0.5]
        #expect(value.text == #"{"a":["x",null,true],"b":1,"c":0.5}"#)
        #expect(try JSON(parsing: value.text) == value)
    }

    @Test("text that is no JSON is refused", arguments: ["", "{", "[1 2]", "{\"a\"}", "nul"])
    func malformed(text: String) {
        #expect(throws: (any Error).self) { try JSON(parsing: text) }
    }
}
