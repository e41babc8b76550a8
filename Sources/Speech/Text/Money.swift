/// Amounts in dollars.
enum Money {
    /// "$39.95" → "thirty nine dollars and ninety five cents".
    static func read(_ text: String) -> String? {
        guard text.hasPrefix("$") else { return nil }
        let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let dollars = WrittenNumber.integer(parts[0]) else { return nil }
        guard parts.count == 2 else { return unit(dollars, "dollar") }
        guard parts[1].count == 2, let cents = WrittenNumber.integer(parts[1]) else { return nil }
        if cents == 0 { return unit(dollars, "dollar") }
        return dollars == 0 ? unit(cents, "cent") : unit(dollars, "dollar") + " and " + unit(cents, "cent")
    }

    /// The bare amount, for "$1.5 million".
    static func amount(_ text: String) -> String? {
        text.hasPrefix("$") ? WrittenNumber.plain(String(text.dropFirst())) : nil
    }

    private static func unit(_ count: Int, _ name: String) -> String {
        NumberWords.cardinal(count) + " " + name + (count == 1 ? "" : "s")
    }
}
