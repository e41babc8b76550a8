/// Turns written text into the words a voice should say: numbers, money, times, dates, telephone numbers, codes and
/// abbreviations. Punctuation that carries melody stays.
enum SpokenText {
    /// A piece of text between spaces: marks before, the core, marks after.
    struct Token {
        var before: String
        var core: String
        var after: String

        init(_ text: Substring) {
            let opening = text.prefix { "\"'([{*_“‘".contains($0) }
            let rest = text.dropFirst(opening.count)
            let closing = rest.reversed().prefix { "\"')]}*_”’.,;:!?…—–".contains($0) }.count
            before = String(opening)
            core = String(rest.dropLast(closing))
            after = String(rest.suffix(closing))
        }

        /// The marks a voice can use: of several the strongest.
        var melody: String {
            for mark in ["?", "!", ".", ",", ";", ":"] where after.contains(mark) { return mark == ";" ? "," : mark }
            return after.contains { "…".contains($0) } ? "." : after.contains { "—–".contains($0) } ? "," : ""
        }
    }

    /// A text as a voice should say it, and which of its words each written word became.
    struct Reading: Hashable {
        var text = ""
        /// For each written word (what white space separates): spoken words from the beginning to its end.
        var counts: [Int] = []

        /// Where the written words end, from where the spoken ones do; empty when those are not the words of `text`.
        func ends(of spoken: [Int]) -> [Int] {
            guard spoken.count == counts.last else { return [] }
            return counts.map { $0 == 0 ? 0 : spoken[$0 - 1] }
        }
    }

    static func normalize(_ text: String) -> String {
        read(text).text
    }

    static func read(_ text: String) -> Reading {
        let written = text.split(whereSeparator: \.isWhitespace).map(spaced)
        let tokens = written.flatMap { $0 }
        var words: [String] = []
        var said: [Int] = []
        var total = 0
        var position = 0
        while position < tokens.count {
            let (taken, spoken) = read(tokens, at: position)
            let group = tokens[position..<(position + taken)]
            position += taken
            let count = spoken.split(separator: " ").count
            said += shares(of: count, among: group).map { total + $0 }
            total += count
            // The full stop of an abbreviation is not the end of a sentence.
            let last = tokens[position - 1]
            let isAbbreviated = position < tokens.count && last.after == "." && isShort(last.core)
            let mark = isAbbreviated ? "" : last.melody
            guard !spoken.isEmpty else {
                if !mark.isEmpty, let last = words.last, last.last?.isLetter == true { words[words.count - 1] += mark }
                continue
            }
            words.append(spoken + mark)
        }
        var end = 0
        let counts = written.map { parts in
            end += parts.count
            return end == 0 ? 0 : said[end - 1]
        }
        return Reading(text: words.joined(separator: " "), counts: counts)
    }

    /// The tokens of a written word: a dash between words is a mark of its own.
    private static func spaced(_ word: Substring) -> [Token] {
        let spaced = word.replacing("—", with: " , ").replacing("’", with: "'").replacing("\u{2011}", with: "-")
        return spaced.split(separator: " ").map(Token.init)
    }

    /// How many of the words said for several tokens together are over with each, by their lengths.
    private static func shares(of count: Int, among tokens: ArraySlice<Token>) -> [Int] {
        let lengths = tokens.map { token in token.core.count { $0.isLetter || $0.isNumber } }
        let all = max(1, lengths.reduce(0, +))
        var sum = 0
        let shares = lengths.map { length in
            sum += length
            return min(count, max(1, count * sum / all))
        }
        return shares.dropLast() + [count]
    }

    /// How many tokens were read, and what to say for them.
    private static func read(_ tokens: [Token], at position: Int) -> (Int, String) {
        let token = tokens[position]
        if token.before == "(", token.after == ")", position + 1 < tokens.count,
            let phone = TelephoneNumber.read(token.core + " " + tokens[position + 1].core)
        {
            return (2, phone)
        }
        let next = position + 1 < tokens.count && token.after.isEmpty ? tokens[position + 1] : nil
        if let next, let half = ClockTime.half(next.core), let time = ClockTime.read(token.core) {
            return (2, time + " " + half)
        }
        if let next, token.core.first == "$", let scale = scale(next.core), let amount = Money.amount(token.core) {
            return (2, amount + " " + scale + " dollars")
        }
        return (1, read(token))
    }

    private static func isShort(_ core: String) -> Bool {
        let lower = core.lowercased()
        return Abbreviations.titles[lower] != nil || Abbreviations.words[lower] != nil || ClockTime.half(core) != nil
    }

    private static func scale(_ word: String) -> String? {
        ["million", "billion", "thousand", "hundred"].first { $0 == word.lowercased() }
    }

    private static func read(_ token: Token) -> String {
        let core = token.core
        guard !core.isEmpty else { return "" }
        if core.contains(where: { $0.isNumber }) { return WrittenNumber.read(core) }
        let lower = core.lowercased()
        let hasStop = token.after.hasPrefix(".")
        if ClockTime.half(core) == nil, isInitialism(core) { return letters(core) }
        if hasStop || !Abbreviations.needStop.contains(lower), let long = Abbreviations.words[lower] { return long }
        if hasStop, let long = Abbreviations.titles[lower] { return long }
        if let half = ClockTime.half(core), core.count > 1, core.first?.isUppercase == true || core.contains(".") {
            return half
        }
        return word(core)
    }

    /// A word, its hyphens opened, or its letters when it is an initialism.
    static func word(_ core: String) -> String {
        let parts = core.split { "-/–_".contains($0) }.map(String.init)
        let days = parts.compactMap { Abbreviations.words[$0.lowercased()] }.filter { $0.hasSuffix("day") }
        if parts.count == 2, days.count == 2 { return days[0] + " to " + days[1] }
        if parts.count > 1 { return parts.map(word).joined(separator: " ") }
        if isInitialism(core) { return letters(core) }
        return core.filter { $0.isLetter || $0 == "'" || $0 == "." }.replacing(".", with: " ")
    }

    /// Capitals without a vowel, or known to be spelt.
    private static func isInitialism(_ core: String) -> Bool {
        guard core.count > 1, core.allSatisfy({ $0.isUppercase }) else { return false }
        return Abbreviations.initials.contains(core.lowercased()) || !core.contains { "AEIOUY".contains($0) }
    }

    static func letters(_ text: String) -> String {
        text.filter { $0.isLetter }.map(Abbreviations.letterName).joined(separator: " ")
    }
}
