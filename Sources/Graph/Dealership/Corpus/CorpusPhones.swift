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

    /// The same numbers every time: half of them with seven digits, half with ten.
    static func sentences(count: Int) -> [String] {
        var state: UInt64 = 0x5EED
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let numbers = (0..<count).map { index in
            let opening = openings[next(openings.count)]
            let digits = (0..<(index % 2 == 0 ? 7 : 10)).map { position in
                // American exchanges begin with 555 in every example, and often in speech to machines.
                position == 0 || next(4) == 0 ? 5 : next(10)
            }
            return ([opening] + spoken(digits, with: next(4))).filter { !$0.isEmpty }.joined(separator: " ")
        }
        return numbers + others.flatMap { [$0, $0] }
    }

    /// Digit by digit; style 0 says "oh" for zero, style 1 doubles.
    private static func spoken(_ digits: [Int], with style: Int) -> [String] {
        var result: [String] = []
        var index = 0
        while index < digits.count {
            let digit = digits[index]
            if style == 1, index + 1 < digits.count, digits[index + 1] == digit {
                result += ["double", words[digit]]
                index += 2
            } else {
                result.append(style == 0 && digit == 0 ? "oh" : words[digit])
                index += 1
            }
        }
        return result
    }
}
