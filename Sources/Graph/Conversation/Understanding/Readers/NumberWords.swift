/// Numbers as they are spoken or typed.
enum NumberWords {
    private static let units: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ]

    private static let tens: [String: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    private static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    ]

    /// A number of 0…99 that starts at a place, and how many words it takes. `twenty` may be followed by its unit.
    static func cardinal(_ words: [String], _ start: Int) -> (value: Int, length: Int)? {
        let first = words.at(start)
        if let value = digits(first, atMost: 99) ?? units[first] { return (value, 1) }
        guard let ten = tens[first] else { return nil }
        if let unit = units[words.at(start + 1)], (1...9).contains(unit) { return (ten + unit, 2) }
        return (ten, 1)
    }

    /// An ordinal of 1…31 that starts at a place, and how many words it takes.
    static func ordinal(_ words: [String], _ start: Int) -> (value: Int, length: Int)? {
        let first = words.at(start)
        if let value = ordinals[first] { return (value, 1) }
        if first.unicodeScalars.first?.isDigit == true, !(first.unicodeScalars.last?.isDigit ?? true),
            let value = digits(String(first.dropLast(2)), atMost: 31), value > 0
        {
            return (value, 1)
        }
        if let ten = tens[first], ten <= 30, let unit = ordinals[words.at(start + 1)], unit < 10, ten + unit <= 31 {
            return (ten + unit, 2)
        }
        return nil
    }

    /// An amount such as of money: "twenty thousand", "32 thousand five hundred", "25 k", "fifteen hundred", "20000".
    static func amount(_ words: [String], _ start: Int) -> (value: Int, length: Int)? {
        if let typed = digits(words.at(start), atMost: 9_999_999), typed > 99 {
            return isThousand(words.at(start + 1)) && typed < 1_000 ? (typed * 1_000, 2) : (typed, 1)
        }
        guard let head = hundreds(words, start) else { return nil }
        guard isThousand(words.at(start + head.length)) else { return head }
        let after = start + head.length + 1
        let rest = hundreds(words, words.at(after) == "and" ? after + 1 : after)
        guard let rest, rest.value >= 100 else { return (head.value * 1_000, head.length + 1) }
        return (head.value * 1_000 + rest.value, after - start + rest.length)
    }

    private static func isThousand(_ word: String) -> Bool { word == "thousand" || word == "k" || word == "grand" }

    /// "thirty two", "two hundred", "a hundred and fifty".
    private static func hundreds(_ words: [String], _ start: Int) -> (value: Int, length: Int)? {
        let isOne = words.at(start) == "a" && (words.at(start + 1) == "hundred" || isThousand(words.at(start + 1)))
        guard let head = isOne ? (1, 1) : cardinal(words, start) else { return nil }
        guard words.at(start + head.1) == "hundred" else { return head }
        var length = head.1 + 1
        if words.at(start + length) == "and", cardinal(words, start + length + 1) != nil { length += 1 }
        guard let rest = cardinal(words, start + length) else { return (head.0 * 100, head.1 + 1) }
        return (head.0 * 100 + rest.value, length + rest.length)
    }

    /// The value of one number word without its neighbours.
    static func single(_ word: String) -> Int? { units[word] }

    static func ten(_ word: String) -> Int? { tens[word] }

    /// The value of typed digits.
    static func digits(_ word: String, atMost limit: Int) -> Int? {
        guard (1...9).contains(word.utf8.count), word.utf8.allSatisfy({ (48...57).contains($0) }),
            let value = Int(word), value <= limit
        else { return nil }
        return value
    }
}
