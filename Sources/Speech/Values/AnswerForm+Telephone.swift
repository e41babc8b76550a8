extension AnswerForm {
    private static let digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    private static let openings = [
        "it's", "sure it's", "yes it's", "yeah it's", "um", "my number is", "my phone number is", "the number is",
        "the best number is", "you can reach me at", "call me at", "area code",
    ]
    /// "Oh" has no consonant to be known by: it melts into its neighbours, and so does the end of "zero".
    private static let weights = (oh: 20.0, zero: 5.0)

    /// A number with its area code as North America gives them out, digit by digit: ten of them, the first and the fourth
    /// neither 0 nor 1. "Double" stands for two.
    package static let telephoneNumber: AnswerForm = {
        let count = 10
        var arcs: [Arc] = []
        for place in 0..<count {
            let choices = names(at: place)
            arcs += choices.map { Arc(from: place, to: place + 1, word: $0.word, value: $0.digit, weight: $0.weight) }
            guard place + 1 < count else { continue }
            let between = count + 1 + place
            arcs.append(Arc(from: place, to: between, word: "double", value: ""))
            let doubled = choices.filter { choice in names(at: place + 1).contains { $0.word == choice.word } }
            arcs += doubled.map {
                Arc(from: between, to: place + 2, word: $0.word, value: $0.digit + $0.digit, weight: $0.weight)
            }
        }
        return AnswerForm(openings: openings, arcs: arcs, end: count)
    }()

    private static func names(at place: Int) -> [(word: String, digit: String, weight: Double)] {
        let least = place == 0 || place == 3 ? 2 : 0
        let words = (least...9).map { (digits[$0], String($0), $0 == 0 ? weights.zero : 1) }
        return least > 0 ? words : [("oh", "0", weights.oh)] + words
    }
}
