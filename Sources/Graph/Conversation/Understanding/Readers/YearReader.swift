/// Years of cars: "two thousand and eighteen", "twenty eighteen", "nineteen ninety nine", "oh nine", "2018".
enum YearReader {
    /// A full year that starts at a place, and how many words it takes.
    static func year(_ words: [String], _ start: Int) -> (value: Int, length: Int)? {
        let first = words.at(start)
        if first.utf8.count == 4, let value = NumberWords.digits(first, atMost: 9999) { return (value, 1) }
        if first == "two", words.at(start + 1) == "thousand" { return twoThousand(words, start) }
        guard first == "twenty" || first == "nineteen" else { return nil }
        let century = first == "twenty" ? 20 : 19
        if ["oh", "o"].contains(words.at(start + 1)), let rest = NumberWords.cardinal(words, start + 2), rest.value < 10
        {
            return (century * 100 + rest.value, 3)
        }
        guard let (rest, length) = NumberWords.cardinal(words, start + 1), rest >= 10 else { return nil }
        return (century * 100 + rest, length + 1)
    }

    private static func twoThousand(_ words: [String], _ start: Int) -> (value: Int, length: Int) {
        let link = words.at(start + 2) == "and" ? 1 : 0
        guard let (rest, extra) = NumberWords.cardinal(words, start + 2 + link), rest > 0 else { return (2000, 2) }
        return (2000 + rest, 2 + link + extra)
    }

    /// A year of two digits: "oh nine", "ninety eight", `09`, `15`. Only next to a car is it one.
    static func short(_ words: [String], _ start: Int) -> (value: Int, length: Int)? {
        if ["oh", "o"].contains(words.at(start)), let rest = NumberWords.cardinal(words, start + 1), rest.value < 10 {
            return (2000 + rest.value, 2)
        }
        let isTyped = words.at(start).utf8.count == 2 && NumberWords.digits(words.at(start), atMost: 99) != nil
        guard let (rest, length) = NumberWords.cardinal(words, start), isTyped || rest >= 10 else { return nil }
        return (rest >= 70 ? 1900 + rest : 2000 + rest, length)
    }

    /// Years in which cars on the road were built.
    static let built = 1950...2049
}
