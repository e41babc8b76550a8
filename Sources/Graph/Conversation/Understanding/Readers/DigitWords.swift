/// Digits and letters as they are spelled out: "double five", "oh", "b as in boy", "alpha".
enum DigitWords {
    /// A digit for a word: "five", "oh". `nil` for numbers of two digits.
    static func digit(_ word: String) -> String? {
        if word == "oh" || word == "o" || word == "nought" || word == "naught" { return "0" }
        guard let value = NumberWords.single(word), value < 10 else { return nil }
        return String(value)
    }

    /// The digits that start at a place, and how many words they take.
    static func piece(_ words: [String], _ start: Int) -> (text: String, length: Int)? {
        let first = words.at(start)
        if let count = repeats[first], let digit = digit(words.at(start + 1)) ?? single(words.at(start + 1)) {
            return (String(repeating: digit, count: count), 2)
        }
        if let digit = digit(first) {
            return words.at(start + 1) == "hundred" ? (digit + "00", 2) : (digit, 1)
        }
        if !first.isEmpty, first.utf8.allSatisfy({ (48...57).contains($0) }) { return (first, 1) }
        guard let (value, length) = NumberWords.cardinal(words, start), value >= 10 else { return nil }
        return (String(value), length)
    }

    private static func single(_ word: String) -> String? {
        word.utf8.count == 1 && word.unicodeScalars.first?.isDigit == true ? word : nil
    }

    static let repeats = ["double": 2, "triple": 3, "treble": 3]

    /// The letter that starts at a place, and how many words it takes: "s", "s as in sam", "sierra", "capital s".
    static func letter(_ words: [String], _ start: Int, acceptsAlphabet: Bool = true) -> (text: String, length: Int)? {
        let first = words.at(start)
        if first == "capital" || first == "letter", let (text, length) = letter(words, start + 1) {
            return (text, length + 1)
        }
        if let count = repeats[first], let (text, length) = letter(words, start + 1) {
            return (String(repeating: text, count: count), length + 1)
        }
        if first.unicodeScalars.count == 1, first.unicodeScalars.first?.isDigit == false {
            for link in links where words.has(link, at: start + 1) {
                let example = words.at(start + 1 + link.words.count)
                if example.hasPrefix(first), example.count > 1 { return (first, 2 + link.words.count) }
            }
            return (first, 1)
        }
        return acceptsAlphabet ? alphabet[first].map { ($0, 1) } : nil
    }

    private static let links: [Phrase] = ["as in", "like in", "for", "like", "is for"]

    /// The spelling alphabet of ICAO Annex 10.
    private static let alphabet: [String: String] = {
        let names = [
            "alpha", "alfa", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet",
            "juliett", "kilo", "lima", "mike", "november", "oscar", "papa", "quebec", "romeo", "sierra", "tango",
            "uniform", "victor", "whiskey", "whisky", "xray", "yankee", "zulu",
        ]
        return Dictionary(uniqueKeysWithValues: names.map { ($0, String($0.prefix(1))) })
    }()
}
