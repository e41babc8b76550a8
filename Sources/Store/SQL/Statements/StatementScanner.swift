/// Reads a statement just well enough to tell what is quoted.
struct StatementScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var output: [UInt8] = []
    private var word: [UInt8] = []
    private var isFirstWordOver = false
    private(set) var places = 0

    private static let question = UInt8(ascii: "?")
    private static let apostrophe = UInt8(ascii: "'")
    private static let quote = UInt8(ascii: "\"")
    private static let backtick = UInt8(ascii: "`")
    private static let backslash = UInt8(ascii: "\\")
    private static let dollar = UInt8(ascii: "$")
    private static let dash = UInt8(ascii: "-")
    private static let slash = UInt8(ascii: "/")
    private static let star = UInt8(ascii: "*")
    private static let newline = UInt8(ascii: "\n")

    init(_ text: String) {
        bytes = Array(text.utf8)
        output.reserveCapacity(bytes.count + 16)
    }

    /// The statement with numbered places.
    var numbered: String { String(decoding: output, as: UTF8.self) }

    /// The first word in capitals; empty when the statement has none.
    var firstWord: String { String(decoding: word, as: UTF8.self).uppercased() }

    /// Reads it to its end. What is not closed ends there too; the server will complain.
    mutating func scan() {
        while position < bytes.count {
            switch bytes[position] {
            case Self.question: passPlace()
            case Self.apostrophe: passQuoted(by: Self.apostrophe, escapes: isEscapeString)
            case Self.quote: passQuoted(by: Self.quote, escapes: false)
            case Self.backtick: passQuoted(by: Self.backtick, escapes: false)
            case Self.dash where peek(1) == Self.dash: passLine()
            case Self.slash where peek(1) == Self.star: passBlock()
            case Self.dollar: passDollar()
            default: passCode()
            }
        }
    }

    private func peek(_ offset: Int) -> UInt8 {
        position + offset < bytes.count ? bytes[position + offset] : 0
    }

    private mutating func pass(_ count: Int) {
        let end = min(position + count, bytes.count)
        output += bytes[position..<end]
        position = end
    }

    private mutating func passCode() {
        let byte = bytes[position]
        if Self.isName(byte) {
            if !isFirstWordOver { word.append(byte) }
        } else if !word.isEmpty {
            isFirstWordOver = true
        }
        pass(1)
    }

    private mutating func passPlace() {
        places += 1
        position += 1
        output += Array("$\(places)".utf8)
    }

    /// PostgreSQL's `E'…'`, in which a backslash hides the next character.
    private var isEscapeString: Bool {
        guard position > 0, bytes[position - 1] | 0x20 == UInt8(ascii: "e") else { return false }
        return position < 2 || !Self.isName(bytes[position - 2])
    }

    /// Two marks in a row are one inside; that reads the same as one string behind another.
    private mutating func passQuoted(by mark: UInt8, escapes: Bool) {
        pass(1)
        while position < bytes.count, bytes[position] != mark {
            pass(escapes && bytes[position] == Self.backslash ? 2 : 1)
        }
        pass(1)
    }

    private mutating func passLine() {
        while position < bytes.count, bytes[position] != Self.newline { pass(1) }
    }

    /// Comments nest in PostgreSQL.
    private mutating func passBlock() {
        var depth = 0
        repeat {
            if bytes[position] == Self.slash, peek(1) == Self.star {
                depth += 1
                pass(2)
            } else if bytes[position] == Self.star, peek(1) == Self.slash {
                depth -= 1
                pass(2)
            } else {
                pass(1)
            }
        } while depth > 0 && position < bytes.count
    }

    /// PostgreSQL's `$tag$…$tag$`.
    private mutating func passDollar() {
        var length = 1
        while Self.isName(peek(length)) { length += 1 }
        let startsInName = position > 0 && Self.isName(bytes[position - 1])
        guard peek(length) == Self.dollar, !startsInName else { return pass(1) }
        let tag = bytes[position...(position + length)]
        pass(tag.count)
        while position < bytes.count, !bytes[position...].starts(with: tag) { pass(1) }
        pass(tag.count)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
