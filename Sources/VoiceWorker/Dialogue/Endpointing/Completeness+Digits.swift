/// Digits read out, such as a telephone number of the North American plan.
extension Completeness {
    private static let figures: [String: Int] = {
        var figures = ["hundred": 2, "thousand": 3]
        for word in "zero oh o one two three four five six seven eight nine".split(separator: " ") {
            figures[String(word)] = 1
        }
        for word
            in ("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty "
            + "fifty sixty seventy eighty ninety").split(separator: " ")
        {
            figures[String(word)] = 2
        }
        return figures
    }()
    private static let tens: Set<String> = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]

    /// Seven digits are a number, or the beginning of one with its area code; ten are whole, and so are eleven with a one
    /// before them.
    static func digits(_ words: [String]) -> Double {
        guard let last = words.last else { return 0.45 }
        let (count, isNational) = count(words)
        let isRefusal = words.contains { $0 == "no" || $0.hasSuffix("n't") }
        let isQuestion = WordClass(words[0]) == .question || WordClass(words[0]) == .auxiliary
        if count < 2, isRefusal || isQuestion { return clause(words) }
        guard count > 0 else { return min(clause(words), 0.4) }
        if ["double", "triple", "extension", "area", "code", "then", "and", "uh", "um"].contains(last) { return 0.03 }
        switch count {
        case 7: return 0.55
        case 10: return isNational ? 0.5 : 0.97
        case 11: return 0.97
        case 12...: return 0.6
        default: return 0.12
        }
    }

    /// How many digits were said, and whether a country code of one came first.
    private static func count(_ words: [String]) -> (count: Int, isNational: Bool) {
        var (count, factor, first, previous) = (0, 1, "", "")
        for word in words {
            switch word {
            case "double": factor = 2
            case "triple": factor = 3
            default:
                let written = word.allSatisfy(\.isNumber) ? word.count : figures[word] ?? 0
                guard written > 0 else { continue }
                if count == 0 { first = word }
                // "Twenty one" is two digits.
                count +=
                    tens.contains(previous) && written == 1 && word != "oh" && word != "zero" ? 0 : written * factor
                (factor, previous) = (1, word)
            }
        }
        return (count, first == "one" || first.hasPrefix("1"))
    }
}
