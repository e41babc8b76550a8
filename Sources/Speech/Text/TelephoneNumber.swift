/// North American telephone numbers, digit by digit with a rest between the groups.
enum TelephoneNumber {
    /// Ten digits, eleven that begin with one, or seven written as 555-0123.
    static func read(_ text: String) -> String? {
        guard text.allSatisfy({ $0.isASCII && $0.isNumber || "+-(). ".contains($0) }) else { return nil }
        var digits = text.filter(\.isNumber)
        var country = ""
        if digits.count == 11, digits.hasPrefix("1") {
            digits.removeFirst()
            country = text.hasPrefix("+") ? "plus one, " : "one, "
        }
        let isGrouped = text.contains { "-(). ".contains($0) }
        let exchange = digits.dropLast(4)
        let line = NumberWords.digits(digits.suffix(4))
        switch digits.count {
        case 10:
            return country + NumberWords.digits(exchange.prefix(3)) + ", " + NumberWords.digits(exchange.suffix(3))
                + ", " + line
        case 7 where isGrouped && country.isEmpty:
            let groups = text.split { "-. ".contains($0) }.map(\.count)
            return groups == [3, 4] ? NumberWords.digits(exchange) + ", " + line : nil
        default: return nil
        }
    }
}
