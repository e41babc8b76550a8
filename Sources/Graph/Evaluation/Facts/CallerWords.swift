import Conversation

/// What can be derived from the words of a caller, however they are meant: the agent may say it back.
struct CallerWords: Sendable {
    private(set) var words: Set<String> = []
    private(set) var numbers: Set<Int> = []
    private(set) var times: Set<TimeOfDay> = []
    private(set) var weekdays: Set<Weekday> = []
    private(set) var daysOfMonth: Set<Int> = []
    /// Every figure that was said, one string for each turn.
    private(set) var digits: [String] = []

    mutating func take(_ text: String) {
        // The longest of plays needs no more to be judged.
        let clauses = Clause.clauses(of: String(text.prefix(4_000)))
        let all = clauses.flatMap(\.words)
        words.formUnion(all.flatMap { [$0.lower, $0.lower.filter { $0 != "-" }] })
        words.formUnion(all.filter { $0.lower.hasSuffix("'s") }.map { String($0.lower.dropLast(2)) })
        takeNumbers(all)
        for word in all {
            let bare = word.lower.hasSuffix("s") ? String(word.lower.dropLast()) : word.lower
            if let day = Weekday(name: word.lower) ?? Weekday(name: bare) { weekdays.insert(day) }
            if word.lower == "weekend" { weekdays.formUnion([.saturday, .sunday]) }
            if ["noon", "midday", "lunch", "lunchtime"].contains(word.lower), let noon = TimeOfDay(hour: 12) {
                times.insert(noon)
            }
        }
        takeDates(clauses)
        digits.append(Self.figures(all))
    }

    private mutating func takeNumbers(_ all: [Clause.Word]) {
        for index in all.indices {
            guard let number = SpokenNumber(all, at: index), let value = number.whole else {
                takeClock(all[index].lower)
                continue
            }
            numbers.insert(value)
            let minute = SpokenNumber(all, at: index + number.length)?.whole ?? 0
            for minute in Set([0, minute, 30, 15]) { insert(value, minute) }
            if value > 0 { insert(value - 1, 45) }
            if value > 99 { insert(value / 100, value % 100) }
            if let next = SpokenNumber(all, at: index + number.length)?.whole { numbers.insert(value * 100 + next) }
        }
    }

    private mutating func insert(_ hour: Int, _ minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return }
        times.formUnion(MentionScanner.halves(hour, minute))
    }

    /// `9:30`, `9am`, `5th`, `20k`.
    private mutating func takeClock(_ word: String) {
        let fields = word.split { !$0.isNumber }.compactMap { Int($0) }
        guard let first = fields.first else { return }
        numbers.formUnion(fields)
        if word.hasSuffix("k"), first < 1_000 { numbers.insert(first * 1_000) }
        insert(first, fields.dropFirst().first ?? 0)
        if (1...31).contains(first) { daysOfMonth.insert(first) }
    }

    private mutating func takeDates(_ clauses: [Clause]) {
        for clause in clauses {
            let scanner = MentionScanner(clause: clause, vocabulary: .none)
            for index in clause.words.indices {
                guard case .date(let date)? = scanner.date(index)?.kind else { continue }
                daysOfMonth.insert(date.dayOfMonth)
            }
        }
        daysOfMonth.formUnion(numbers.filter { (1...31).contains($0) })
    }

    /// Every figure in order, `double five` and `oh` included.
    private static func figures(_ words: [Clause.Word]) -> String {
        var figures = ""
        var index = 0
        var factor = 1
        while index < words.count {
            let word = words[index].lower
            if let count = ["double": 2, "triple": 3][word] {
                factor = count
            } else if word == "oh" || word == "o" {
                figures += String(repeating: "0", count: factor)
                factor = 1
            } else if let number = SpokenNumber(words, at: index), number.isWords, let value = number.whole {
                figures += String(repeating: String(value), count: factor)
                index += number.length - 1
                factor = 1
            } else {
                let own = word.filter { $0.isASCII && $0.isNumber }
                figures += own.isEmpty ? "" : String(repeating: own, count: factor)
                factor = 1
            }
            index += 1
        }
        return figures
    }

    /// Whether the caller said these figures in a row, in one turn or over several.
    func said(_ figures: String) -> Bool {
        digits.contains { $0.contains(figures) } || digits.joined().contains(figures)
    }
}
