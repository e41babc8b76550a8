/// Phone numbers as they are spoken.
enum CorpusPhones {
    private static let words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    private static let openings = [
        "", "", "", "", "it's", "my number is", "you can reach me at", "my phone number is", "the number is",
        "sure it's",
        "um", "yes it's", "call me at", "the best number is", "area code",
    ]
    private static let others = [
        "could you repeat that", "one moment please", "why do you need my number", "let me check", "never mind",
        "i don't have a phone", "that's my cell phone", "the same number i'm calling from",
    ]

    /// The same numbers every time: two in three have ten digits, the others seven.
    ///
    /// Any area code and exchange that North America gives out (none begins with 0 or 1), and often the 555 of examples.
    static func sentences(count: Int) -> [String] {
        var state: UInt64 = 0x5EED
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        func code() -> [Int] { [2 + next(8), next(10), next(10)] }
        let numbers = (0..<count).map { index in
            let area = index % 3 == 0 ? [] : code()
            let exchange = next(4) == 0 ? [5, 5, 5] : code()
            let digits = area + exchange + (0..<4).map { _ in next(10) }
            let opening = openings[next(openings.count)]
            return ([opening] + spoken(digits, with: next(6))).filter { !$0.isEmpty }.joined(separator: " ")
        }
        return numbers + others.flatMap { [$0, $0] }
    }

    /// Digit by digit; odd styles say "oh" for zero, style 2 doubles.
    private static func spoken(_ digits: [Int], with style: Int) -> [String] {
        var result: [String] = []
        var index = 0
        while index < digits.count {
            let digit = digits[index]
            if style == 2, index + 1 < digits.count, digits[index + 1] == digit {
                result += ["double", words[digit]]
                index += 2
            } else {
                result.append(digit == 0 && style % 2 == 1 ? "oh" : words[digit])
                index += 1
            }
        }
        return result
    }
}
