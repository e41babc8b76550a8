/// Cuts text into words: a single pass over its scalars.
struct WordSplitter {
    private(set) var words: [String] = []
    private(set) var breaks: [Wording.Break] = []
    private var pending = Wording.Break.space
    /// A currency sign was read: its number is followed by `dollars`.
    private var isMoney = false

    /// Words that stand for an unspoken sign.
    private static let signs: [Unicode.Scalar: String] = [
        "&": "and", "👍": "yes", "👌": "yes", "✅": "yes", "✔": "yes", "👎": "no", "❌": "no",
    ]
    private static let domains: Set<String> = ["com", "org", "net", "edu", "io", "co", "us", "gov", "uk", "de"]

    mutating func read(_ text: String) {
        var chunk: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars.prefix(Wording.longestText) {
            guard words.count < Wording.longest else { return }
            if scalar.properties.isWhitespace {
                if scalar == "\n" { pending = .stop }
                take(chunk)
                chunk.removeAll(keepingCapacity: true)
            } else {
                chunk.append(scalar)
            }
        }
        take(chunk)
    }

    // MARK: One chunk between spaces

    private mutating func take(_ chunk: [Unicode.Scalar]) {
        guard !chunk.isEmpty else { return }
        if chunk.contains("@"), let address = EmailReader.typed(chunk) { return add(address) }
        var word = ""
        var length = 0
        for (index, scalar) in chunk.enumerated() {
            let next = index + 1 < chunk.count ? chunk[index + 1] : " "
            if scalar.isWordLike {
                length += 1
                if length <= Wording.longestWord { word.append(lowercase: scalar) }
            } else if let sign = joiner(scalar, after: word, before: chunk[(index + 1)...]) {
                word += sign
            } else {
                close(&word)
                length = 0
                separate(scalar, next, chunk[(index + 1)...])
            }
        }
        close(&word)
        isMoney = false
    }

    /// What a sign inside a word becomes; `nil` when it ends the word.
    private func joiner(
        _ scalar: Unicode.Scalar, after word: String, before rest: ArraySlice<Unicode.Scalar>
    ) -> String? {
        guard let last = word.unicodeScalars.last, let next = rest.first else { return nil }
        let isNumeric = last.isDigit && next.isDigit
        switch scalar {
        case "'", "\u{2019}": return last.isWordLike && next.isWordLike ? "'" : nil
        case ":", "/", "-", ".": return isNumeric ? String(scalar) : nil
        case ",": return isNumeric && rest.prefix { $0.isDigit }.count == 3 ? "" : nil
        default: return nil
        }
    }

    private mutating func separate(
        _ scalar: Unicode.Scalar, _ next: Unicode.Scalar, _ rest: ArraySlice<Unicode.Scalar>
    ) {
        switch scalar {
        case "-", "_", "\u{2010}", "\u{2011}": pending = max(pending, .hyphen)
        case ",", "(", ")": pending = max(pending, .comma)
        case ".":
            if Self.domains.contains(String(String.UnicodeScalarView(rest.prefix { $0.isWordLike })).lowercased()) {
                add("dot")
            } else {
                pending = max(pending, next.isWordLike ? .space : .stop)
            }
        case "?", "!", ";", ":", "\u{2014}", "\u{2013}", "\u{2026}": pending = .stop
        case "$", "£", "€": isMoney = true
        case "+": if next.isDigit { add("plus") }
        default: if let word = Self.signs[scalar] { add(word) }
        }
    }

    // MARK: Words

    private mutating func close(_ word: inout String) {
        guard !word.isEmpty else { return }
        for part in Self.parts(of: word) { spell(part) }
        if isMoney, word.unicodeScalars.first?.isDigit == true {
            add("dollars")
            isMoney = false
        }
        word = ""
    }

    /// `3pm` is two words, `555-1234` too; `3rd`, `9:30`, `6/3/26` and `2026-05-03` are one.
    private static func parts(of word: String) -> [String] {
        guard word.unicodeScalars.first?.isDigit == true else { return [word] }
        let head = String(word.prefix { !$0.isLetter })
        let tail = String(word.dropFirst(head.count))
        let isOrdinal = ["st", "nd", "rd", "th"].contains(tail)
        if isOrdinal { return [word] }
        return numbers(head) + (tail.isEmpty ? [] : [tail])
    }

    private static func numbers(_ head: String) -> [String] {
        guard head.contains(where: { !$0.isNumber }) else { return [head] }
        if head.contains(":") || head.contains("/") { return [head] }
        let fields = head.split { !$0.isNumber }.map(String.init)
        let isDate = fields.count == 3 && (fields[0].count == 4 || fields[2].count == 4) && fields[1].count <= 2
        if isDate { return [head] }
        // `9.30` is a time.
        if head.contains("."), fields.count == 2, fields[0].count <= 2, fields[1].count == 2, fields[1] < "60" {
            return [fields.joined(separator: ":")]
        }
        return fields
    }

    /// "Eight's fine", "noon's good".
    private static func isCount(_ word: String) -> Bool { word == "noon" || NumberWords.single(word) != nil }

    /// Adds a word in its usual spelling.
    private mutating func spell(_ word: String) {
        if word.hasSuffix("'s"), Self.isCount(String(word.dropLast(2))) {
            add(String(word.dropLast(2)))
            return add("is")
        }
        guard let usual = Spellings.usual[word] else { return add(word) }
        for part in usual { add(part) }
    }

    /// Adds a word; joins `a m` to `am` and `o clock` to `o'clock`, and drops what was stuttered.
    private mutating func add(_ word: String) {
        defer { pending = .space }
        switch (words.last, word) {
        case ("a", "m"), ("p", "m"):
            words[words.count - 1] += "m"
        case ("o", "clock"):
            words[words.count - 1] = "o'clock"
        case (let last?, _) where last == word && Spellings.stuttered.contains(word):
            break
        default:
            guard words.count < Wording.longest else { return }
            words.append(word)
            breaks.append(pending)
        }
    }
}

extension Wording.Break: Comparable {
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }

    /// Letters, digits and the marks that belong to a letter.
    var isWordLike: Bool {
        if isASCII { return isDigit || ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
        return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
    }
}

extension String {
    fileprivate mutating func append(lowercase scalar: Unicode.Scalar) {
        if scalar.isASCII {
            unicodeScalars.append(
                ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
        } else {
            self += scalar.properties.lowercaseMapping
        }
    }
}
