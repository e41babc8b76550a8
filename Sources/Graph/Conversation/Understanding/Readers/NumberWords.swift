/// Numbers as they are spoken.
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

    /// A number of 0…99 that starts at a word, and how many words it takes. `twenty` may be followed by its unit.
    static func cardinal(_ words: ArraySlice<String>) -> (value: Int, length: Int)? {
        guard let first = words.first else { return nil }
        if let value = digits(first, atMost: 99) ?? units[first] { return (value, 1) }
        guard let ten = tens[first] else { return nil }
        if let second = words.dropFirst().first, let unit = units[second], (1...9).contains(unit) {
            return (ten + unit, 2)
        }
        return (ten, 1)
    }

    /// An ordinal of 1…31 that starts at a word, and how many words it takes.
    static func ordinal(_ words: ArraySlice<String>) -> (value: Int, length: Int)? {
        guard let first = words.first else { return nil }
        if let value = ordinals[first] { return (value, 1) }
        if ["st", "nd", "rd", "th"].contains(String(first.suffix(2))),
            let value = digits(String(first.dropLast(2)), atMost: 31)
        {
            return (value, 1)
        }
        if let ten = tens[first], ten <= 30, let second = words.dropFirst().first, let unit = ordinals[second],
            unit < 10
        {
            return (ten + unit, 2)
        }
        return nil
    }

    /// The value of one digit or number word without its neighbours.
    static func single(_ word: String) -> Int? { units[word] }

    static func ten(_ word: String) -> Int? { tens[word] }

    private static func digits(_ word: String, atMost limit: Int) -> Int? {
        guard !word.isEmpty, word.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(word), value <= limit
        else { return nil }
        return value
    }
}
