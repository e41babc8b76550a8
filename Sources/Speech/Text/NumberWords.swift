/// Numbers as they are spoken in American English.
enum NumberWords {
    private static let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    private static let scales: [(Int, String)] = [
        (1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"),
        (100, "hundred"),
    ]
    private static let irregular = [
        "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
        "twelve": "twelfth",
    ]

    /// 1234 → "one thousand two hundred thirty four". Negative numbers begin with "minus".
    static func cardinal(_ number: Int) -> String {
        if number < 0 { return number == .min ? "minus a lot" : "minus " + cardinal(-number) }
        if number < 20 { return small[number] }
        if number < 100 { return tens[number / 10] + (number % 10 == 0 ? "" : " " + small[number % 10]) }
        for (scale, name) in scales where number >= scale {
            let rest = number % scale
            return cardinal(number / scale) + " " + name + (rest == 0 ? "" : " " + cardinal(rest))
        }
        return small[0]
    }

    /// 21 → "twenty first".
    static func ordinal(_ number: Int) -> String {
        var words = cardinal(number).split(separator: " ").map(String.init)
        let last = words.removeLast()
        let ending = irregular[last] ?? (last.hasSuffix("y") ? last.dropLast() + "ieth" : last + "th")
        return (words + [ending]).joined(separator: " ")
    }

    /// 2018 → "twenty eighteen", 2005 → "two thousand five", 1900 → "nineteen hundred".
    static func year(_ number: Int) -> String {
        guard (1100...2099).contains(number), !(2000...2009).contains(number) else { return cardinal(number) }
        let (century, rest) = (number / 100, number % 100)
        if rest == 0 { return cardinal(century) + " hundred" }
        return cardinal(century) + (rest < 10 ? " oh " : " ") + cardinal(rest)
    }

    /// "0173" → "zero one seven three"; anything that is not a digit is passed over.
    static func digits(_ text: some StringProtocol) -> String {
        text.compactMap { $0.isASCII ? $0.wholeNumberValue.map { small[$0] } : nil }.joined(separator: " ")
    }
}
