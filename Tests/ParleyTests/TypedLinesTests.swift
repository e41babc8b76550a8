import Testing

@testable import parley

@Suite("Lines that are typed") struct TypedLinesTests {
    @Test("lines come out as they were typed, however the bytes arrive")
    func pieces() {
        let bytes = Array("  hello there \r\n\n \t\nzweite Zeile ü\nlast".utf8)
        for size in 1...bytes.count {
            var lines = TypedLines()
            var found: [TypedLine] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                found += lines.take(bytes[start..<min(start + size, bytes.count)])
            }
            #expect(found == [.text("hello there"), .text("zweite Zeile ü")])
            #expect(lines.finish() == .text("last"))
            #expect(lines.finish() == nil)
        }
    }

    @Test("what is no UTF-8 is told apart, and the next line is well")
    func garbled() {
        var lines = TypedLines()
        #expect(lines.take([0xFF, 0xFE, 10] + Array("ok\n".utf8)) == [.garbled, .text("ok")])
    }

    @Test("a line that is too long is dropped as a whole, and the next line is well")
    func long() {
        var lines = TypedLines(capacity: 8)
        #expect(lines.take(Array("123456789\n12345678\nok\n".utf8)) == [.tooLong, .text("12345678"), .text("ok")])
        #expect(lines.take(Array(repeating: 65, count: 1_000)).isEmpty)
        #expect(lines.finish() == .tooLong)
    }
}
