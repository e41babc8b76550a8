/// The words of a reply that state something: figures, days, promises, names.
struct SpokenFacts: Hashable, Sendable {
    /// Figures, and words for days and times. What has one must keep it.
    private(set) var essential: Set<String> = []
    /// The same in the order they are said, each once for a run of repetitions.
    private(set) var order: [String] = []
    /// Words that promise, report or deny something.
    private(set) var statements: Set<String> = []
    /// Words with a capital that do not begin a sentence, as they were written.
    private(set) var names: [String] = []

    var all: Set<String> { essential.union(statements) }

    init(_ text: String) {
        var beginsSentence = true
        for (word, endsSentence) in Self.words(of: text) {
            let plain = word.lowercased()
            if let fact = Self.figure(plain) ?? (Self.calendar.contains(plain) ? plain : nil) {
                essential.insert(fact)
                if order.last != fact { order.append(fact) }
            } else if let statement = Self.statement(plain) {
                statements.insert(statement)
            } else if !beginsSentence, word.first?.isUppercase == true, !Self.pronouns.contains(plain) {
                names.append(word)
            }
            beginsSentence = endsSentence
        }
    }

    /// The words without their marks, and whether a sentence ends after each.
    static func words(of text: String) -> [(text: String, endsSentence: Bool)] {
        var words: [(text: String, endsSentence: Bool)] = []
        var word = ""
        let characters = Array(text) + [" "]
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            // A colon, a comma or a point between two digits belongs to the figure: 9:30, 24,500, 4.9.
            let isInFigure = ":,.".contains(character) && word.last?.isNumber == true && next.isNumber
            if character.isLetter || character.isNumber || character == "'" || character == "’" || isInFigure {
                word.append(character)
            } else if !word.isEmpty {
                words.append((word, ".?!:".contains(character)))
                word = ""
            }
        }
        return words
    }

    /// A figure as it compares: without separators, words for numbers as digits. "One" is no figure: "the first one".
    private static func figure(_ word: String) -> String? {
        word.first?.isNumber == true ? word.filter { $0 != "," } : numbers[word]
    }

    private static let numbers: [String: String] = {
        let units = [
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        var table = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, "\($0 + 2)") })
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        for (index, ten) in tens.enumerated() { table[ten] = "\((index + 2) * 10)" }
        for word in ["hundred", "thousand", "million", "half", "quarter", "dozen", "zero"] { table[word] = word }
        return table
    }()

    private static let calendar: Set<String> = {
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        let months = [
            "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
            "december",
        ]
        let others = [
            "today", "tomorrow", "tonight", "yesterday", "noon", "midnight", "am", "pm", "morning", "afternoon",
            "evening", "weekend",
        ]
        return Set(days + days.map { $0 + "s" } + months + others)
    }()

    /// What a word promises, reports or denies, if anything.
    private static func statement(_ word: String) -> String? {
        word.hasSuffix("n't") || word.hasSuffix("n’t") ? "not" : statements[word]
    }

    /// Promises, reports and denials, each with the word it counts as.
    private static let statements: [String: String] = {
        let groups = [
            ["free", "complimentary"], ["discount", "discounted", "off"], ["guarantee", "guaranteed", "promise"],
            ["refund", "refunded"], ["percent"], ["warranty"], ["dollars", "dollar", "bucks"], ["minutes", "minute"],
            ["hours", "hour"], ["days"], ["weeks", "week"], ["months", "month"], ["years", "year"], ["open"],
            ["closed"], ["booked", "confirmed", "reserved", "scheduled"], ["cancelled", "canceled"],
            ["moved", "rescheduled"], ["available"], ["unavailable", "full"], ["included", "includes"], ["credit"],
            ["not", "no", "cannot", "without", "never", "neither", "nor", "none", "nothing", "unable"], ["always"],
        ]
        var table: [String: String] = [:]
        for group in groups {
            for word in group { table[word] = group[0] }
        }
        return table
    }()

    private static let pronouns: Set<String> = ["i", "i'm", "i'll", "i've", "i'd", "i’m", "i’ll", "i’ve", "i’d", "ok"]
}
