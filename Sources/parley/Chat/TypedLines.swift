/// Divides bytes into lines. Holds one unfinished line, of at most `capacity` bytes: the rest of a longer one is dropped.
struct TypedLines: Sendable {
    private let capacity: Int
    private var rest: [UInt8] = []
    private var isTooLong = false

    init(capacity: Int = 256 * 1024) {
        self.capacity = capacity
    }

    /// The lines that these bytes complete. Empty lines are left out.
    mutating func take(_ bytes: some Sequence<UInt8>) -> [TypedLine] {
        var lines: [TypedLine] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                if let line = finish() { lines.append(line) }
            } else if rest.count < capacity {
                rest.append(byte)
            } else {
                isTooLong = true
            }
        }
        return lines
    }

    /// The line that has no end, when nothing more comes.
    mutating func finish() -> TypedLine? {
        defer { (rest, isTooLong) = ([], false) }
        if isTooLong { return .tooLong }
        guard let text = String(validating: rest, as: UTF8.self) else { return .garbled }
        let words = text.drop { $0.isWhitespace }
        guard let last = words.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return .text(String(words[...last]))
    }
}
