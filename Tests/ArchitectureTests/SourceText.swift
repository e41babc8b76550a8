/// Swift source with comments and the contents of string literals blanked out; line and column stay what they were.
struct SourceText {
    private let bytes: [UInt8]
    private var blanked: [UInt8]
    private var position = 0

    private static let quote = UInt8(ascii: "\"")
    private static let slash = UInt8(ascii: "/")
    private static let star = UInt8(ascii: "*")
    private static let hash = UInt8(ascii: "#")
    private static let backslash = UInt8(ascii: "\\")
    private static let opening = UInt8(ascii: "(")
    private static let closing = UInt8(ascii: ")")
    private static let newline = UInt8(ascii: "\n")

    /// The code alone.
    static func blanked(_ text: String) -> String {
        var source = SourceText(Array(text.utf8))
        source.passCode(isInterpolation: false)
        return String(decoding: source.blanked, as: UTF8.self)
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        blanked = bytes
    }

    /// Passes over code; an interpolation ends behind the parenthesis that closes it, and is blanked as well.
    private mutating func passCode(isInterpolation: Bool) {
        var depth = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Self.slash, peek(1) == Self.slash {
                blankLine()
            } else if byte == Self.slash, peek(1) == Self.star {
                blankBlockComment()
            } else if byte == Self.quote || byte == Self.hash, let hashes = literalStart() {
                blankLiteral(hashes: hashes)
            } else {
                if byte == Self.opening { depth += 1 }
                if byte == Self.closing { depth -= 1 }
                if isInterpolation { blank(1) } else { position += 1 }
                if isInterpolation, depth < 0 { return }
            }
        }
    }

    /// The byte so far ahead; zero behind the end.
    private func peek(_ offset: Int) -> UInt8 {
        position + offset < bytes.count ? bytes[position + offset] : 0
    }

    private mutating func blankLine() {
        while position < bytes.count, bytes[position] != Self.newline { blank(1) }
    }

    private mutating func blankBlockComment() {
        var depth = 0
        while position < bytes.count {
            if bytes[position] == Self.slash, peek(1) == Self.star {
                depth += 1
                blank(2)
            } else if bytes[position] == Self.star, peek(1) == Self.slash {
                depth -= 1
                blank(2)
                if depth == 0 { return }
            } else {
                blank(1)
            }
        }
    }

    /// The number of `#` before a quotation mark that starts here; `nil` when none does.
    private func literalStart() -> Int? {
        var hashes = 0
        while peek(hashes) == Self.hash { hashes += 1 }
        return peek(hashes) == Self.quote ? hashes : nil
    }

    private mutating func blankLiteral(hashes: Int) {
        let quotes = peek(hashes + 1) == Self.quote && peek(hashes + 2) == Self.quote ? 3 : 1
        blank(hashes + quotes)
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Self.backslash, count(of: Self.hash, from: 1) >= hashes {
                let isInterpolation = peek(1 + hashes) == Self.opening
                blank(2 + hashes)
                if isInterpolation { passCode(isInterpolation: true) }
            } else if byte == Self.quote, count(of: Self.quote, from: 0) >= quotes, endsLiteral(quotes, hashes) {
                return blank(quotes + hashes)
            } else {
                blank(1)
            }
        }
    }

    private func endsLiteral(_ quotes: Int, _ hashes: Int) -> Bool {
        (0..<hashes).allSatisfy { peek(quotes + $0) == Self.hash }
    }

    private func count(of byte: UInt8, from offset: Int) -> Int {
        var count = 0
        while peek(offset + count) == byte { count += 1 }
        return count
    }

    private mutating func blank(_ count: Int) {
        for _ in 0..<count where position < bytes.count {
            if bytes[position] != Self.newline { blanked[position] = UInt8(ascii: " ") }
            position += 1
        }
    }
}
