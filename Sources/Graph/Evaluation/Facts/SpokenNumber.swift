/// A number as it is written or said: `24,000`, `49.50`, `forty five`, `twenty nine thousand nine hundred`.
struct SpokenNumber: Hashable, Sendable {
    /// A hundred times the number, so that cents are whole.
    let hundredths: Int
    /// How many words it takes.
    let length: Int
    /// Whether it is written in letters.
    let isWords: Bool

    /// `nil` when the number has a fraction.
    var whole: Int? { hundredths % 100 == 0 ? hundredths / 100 : nil }

    static let units: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ]
    static let tens: [String: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    static func isWord(_ word: String) -> Bool {
        units[word] != nil || tens[word] != nil || word == "hundred" || word == "thousand"
    }

    /// The number that begins at an index; `nil` when none does.
    init?(_ words: [Clause.Word], at index: Int) {
        guard index < words.count else { return nil }
        if let hundredths = Self.figures(words[index].lower) {
            self.init(hundredths: hundredths, length: 1, isWords: false)
            return
        }
        guard let (value, length) = Self.thousands(words, index) else { return nil }
        self.init(hundredths: value * 100, length: length, isWords: true)
    }

    private init(hundredths: Int, length: Int, isWords: Bool) {
        (self.hundredths, self.length, self.isWords) = (hundredths, length, isWords)
    }

    // MARK: In letters

    private typealias Reading = (value: Int, length: Int)

    /// `twelve thousand and fifty`, `a thousand`.
    private static func thousands(_ words: [Clause.Word], _ index: Int) -> Reading? {
        guard var reading = hundreds(words, index) ?? bare("thousand", words, index) else { return nil }
        if reading.value < 1_000, word(words, index + reading.length) == "thousand" {
            reading = (reading.value * 1_000, reading.length + 1)
        }
        guard reading.value >= 1_000 else { return reading }
        return added(hundreds, to: reading, words, index)
    }

    /// `nine hundred and twelve`, `a hundred`.
    private static func hundreds(_ words: [Clause.Word], _ index: Int) -> Reading? {
        guard var reading = tens(words, index) ?? bare("hundred", words, index) else { return nil }
        if reading.value < 100, word(words, index + reading.length) == "hundred" {
            reading = (reading.value * 100, reading.length + 1)
        }
        guard reading.value >= 100 else { return reading }
        return added(tens, to: reading, words, index)
    }

    /// `twelve`, `forty`, `forty five`.
    private static func tens(_ words: [Clause.Word], _ index: Int) -> Reading? {
        guard let first = word(words, index) else { return nil }
        if let unit = units[first] { return (unit, 1) }
        guard let ten = tens[first] else { return nil }
        guard let unit = word(words, index + 1).flatMap({ units[$0] }), (1...9).contains(unit) else { return (ten, 1) }
        return (ten + unit, 2)
    }

    /// What follows a hundred or a thousand, with or without an `and`.
    private static func added(
        _ reader: ([Clause.Word], Int) -> Reading?, to reading: Reading, _ words: [Clause.Word], _ index: Int
    ) -> Reading {
        let end = index + reading.length
        let skip = word(words, end) == "and" ? 1 : 0
        guard let rest = reader(words, end + skip) else { return reading }
        return (reading.value + rest.value, reading.length + skip + rest.length)
    }

    /// `hundred` after an `a`.
    private static func bare(_ name: String, _ words: [Clause.Word], _ index: Int) -> Reading? {
        guard word(words, index) == name, word(words, index - 1) == "a" else { return nil }
        return (name == "hundred" ? 100 : 1_000, 1)
    }

    private static func word(_ words: [Clause.Word], _ index: Int) -> String? {
        words.indices.contains(index) ? words[index].lower : nil
    }

    // MARK: In figures

    /// `24,000`, `49.50`; at most nine figures before the point, and two after it.
    private static func figures(_ text: String) -> Int? {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = halves.first.map({ $0.replacing(",", with: "") }), !whole.isEmpty,
            whole.count <= 9, whole.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(whole)
        else { return nil }
        guard halves.count == 2 else { return value * 100 }
        guard (1...2).contains(halves[1].count), halves[1].allSatisfy({ $0.isASCII && $0.isNumber }),
            let fraction = Int(halves[1].count == 1 ? halves[1] + "0" : halves[1])
        else { return nil }
        return value * 100 + fraction
    }
}
