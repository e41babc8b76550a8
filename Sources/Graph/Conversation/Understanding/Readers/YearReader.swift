/// Years of cars: "two thousand eighteen", "twenty eighteen", "nineteen ninety nine", "2018".
enum YearReader {
    static func read(_ words: [String]) -> Reading<Int>? {
        for start in words.indices {
            guard let (year, length) = year(words[start...]), (1950...2049).contains(year) else { continue }
            return Reading(value: year, range: start..<(start + length))
        }
        return nil
    }

    /// A year that starts at the first word, and how many words it takes.
    static func year(_ words: ArraySlice<String>) -> (value: Int, length: Int)? {
        guard let first = words.first else { return nil }
        if first.count == 4, let value = Int(first) { return (value, 1) }
        if first == "two", words.dropFirst().first == "thousand" { return twoThousand(words) }
        guard first == "twenty" || first == "nineteen" else { return nil }
        let century = first == "twenty" ? 20 : 19
        guard let (rest, length) = NumberWords.cardinal(words.dropFirst()), rest >= 10 else { return nil }
        return (century * 100 + rest, length + 1)
    }

    private static func twoThousand(_ words: ArraySlice<String>) -> (value: Int, length: Int) {
        var length = 2
        if words.dropFirst(length).first == "and" { length += 1 }
        guard let (rest, extra) = NumberWords.cardinal(words.dropFirst(length)), rest > 0 else { return (2000, 2) }
        return (2000 + rest, length + extra)
    }
}
