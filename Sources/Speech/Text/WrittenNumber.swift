/// Everything written with digits, read aloud.
enum WrittenNumber {
    static func read(_ text: String) -> String {
        if let money = Money.read(text) { return money }
        if let time = ClockTime.read(text) { return time }
        if let phone = TelephoneNumber.read(text) { return phone }
        if let date = CalendarDate.read(text) { return date }
        if text.hasSuffix("%"), let number = plain(String(text.dropLast())) { return number + " percent" }
        if text.hasPrefix("#") { return "number " + read(String(text.dropFirst())) }
        if let ordinal = ordinal(text) { return ordinal }
        if let number = plain(text) { return number }
        if let range = range(text) { return range }
        return code(text)
    }

    /// "1,250", "3.5", "-4", "2018", "0173".
    static func plain(_ text: String) -> String? {
        let body = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let sign = text.hasPrefix("-") ? "minus " : ""
        let parts = body.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = integer(parts[0]) else { return nil }
        guard parts.count == 2 else {
            if parts[0].hasPrefix("0"), parts[0].count > 1 { return sign + NumberWords.digits(parts[0]) }
            if parts[0].count == 4, !parts[0].contains(","), (1900...2099).contains(whole) {
                return sign + NumberWords.year(whole)
            }
            if parts[0].count > 6, !parts[0].contains(",") { return sign + NumberWords.digits(parts[0]) }
            return sign + NumberWords.cardinal(whole)
        }
        guard !parts[1].isEmpty, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return sign + NumberWords.cardinal(whole) + " point " + NumberWords.digits(parts[1])
    }

    /// Digits, with or without commas between thousands; at most fifteen.
    static func integer(_ text: some StringProtocol) -> Int? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.first?.isEmpty == false else { return nil }
        let digits = groups.joined()
        guard digits.count <= 15, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(digits)
    }

    /// "3rd", "21st".
    private static func ordinal(_ text: String) -> String? {
        guard ["st", "nd", "rd", "th"].contains(text.suffix(2).lowercased()) else { return nil }
        return integer(text.dropLast(2)).map(NumberWords.ordinal)
    }

    /// "7-9", "8–5": numbers or times on both sides.
    private static func range(_ text: String) -> String? {
        let sides = text.split { "-–".contains($0) }.map(String.init)
        guard sides.count == 2 else { return nil }
        let spoken = sides.compactMap { ClockTime.read($0) ?? ($0.count < 5 ? plain($0) : nil) }
        return spoken.count == 2 ? spoken[0] + " to " + spoken[1] : nil
    }

    /// Letters and digits mixed, as in a confirmation number: one by one.
    private static func code(_ text: String) -> String {
        text.compactMap { character -> String? in
            if character.isASCII, character.isNumber { return NumberWords.digits(String(character)) }
            return character.isLetter ? Abbreviations.letterName(character) : character == "-" ? "," : nil
        }.joined(separator: " ").replacing(" ,", with: ",")
    }
}
