import Simulation

extension DealershipSentences {
    static func dates() -> [String] {
        product(["", "on", "next", "this"], weekdays) + [
            "today", "tomorrow", "the day after tomorrow", "next week", "this weekend",
        ]
            + product(months, ordinals) + product(["the"], ordinals, ["of"], months)
            + product(["on the", "the"], ordinals)
    }

    static func times() -> [String] {
        product(["", "at", "around", "after", "before"], hours).flatMap { time in
            minutes.flatMap { minute in halves.map { time + minute + $0 } }
        } + product(["any time"], ["", "after", "before"], hours, ["", "a m", "p m"])
            + [
                "noon", "at noon", "in the morning", "in the afternoon", "morning", "afternoon",
                "first thing in the morning", "any time", "as early as possible", "as soon as possible",
            ]
    }

    static func datesWithTimes(using random: inout SeededGenerator) -> [String] {
        (0..<3000).map { _ in
            let part = random.pick(["", "", " morning", " afternoon"])
            let minute = random.pick(["", ""] + minutes)
            return random.pick(dates()) + part + " at " + random.pick(hours) + minute + random.pick(halves)
        }
    }

    static func dateAnswers(_ whenever: [String], using random: inout SeededGenerator) -> [String] {
        let before = [
            "how about", "i can do", "can we do", "would", "what about", "let's do", "maybe", "i think",
            "do you have anything", "is", "i'd prefer",
        ]
        let after = [
            "", "", "be possible", "would work", "works for me", "would be better", "is fine", "be okay",
            "would be better for me", "works", "available", "is good", "would be great",
        ]
        let stalls = product(
            ["let me", "hold on let me", "hang on let me", "one moment let me"], ["check", "look at", "see"],
            ["my calendar", "my schedule", ""])
        let swapped = product(
            ["how about", "would", "can we do", "is"], hours.flatMap { hour in minutes.map { hour + $0 } }, ["on"],
            weekdays, ["", "be possible", "work", "okay"])
        return stalls + swapped
            + (0..<2500).map { _ in random.pick(before) + " " + random.pick(whenever) + " " + random.pick(after) }
    }

    static func names() -> [String] {
        product(["", "my name is", "this is", "it's", "i'm", "the name is", "yes it's"], firstNames, lastNames)
            + product(["my name is", "it's", "", "last name"], firstNames + lastNames)
    }

    static func phones(using random: inout SeededGenerator) -> [String] {
        let openings = [
            "", "", "my number is", "it's", "you can reach me at", "the number is", "my phone number is", "call me at",
            "yes it's",
        ]
        return (0..<4000).map { index in
            let count = index % 3 == 0 ? 7 : 10
            var number: [String] = []
            for place in 0..<count {
                // Exchanges of the form five five five are common; "oh" and "zero" are the same digit.
                let repeats = place > 0 && random.next() % 5 == 0
                number.append(repeats ? number[place - 1] : random.pick(digits))
            }
            return random.pick(openings) + " " + number.joined(separator: " ")
        }
    }

    static func vehicles(using random: inout SeededGenerator) -> [String] {
        let tens = [
            "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
            "nineteen",
        ]
        let twenties = ["twenty", "twenty one", "twenty two", "twenty three", "twenty four", "twenty five"]
        let years =
            [""] + product(["two thousand", "twenty", "two thousand and"], tens) + product(["twenty"], twenties) + [
                "two thousand eight", "two thousand nine", "two thousand twenty",
            ]
        let cars = makes.flatMap { make in [make.0] + make.1 + make.1.map { make.0 + " " + $0 } }
        return (0..<1500).map { _ in
            random.pick(["it's a", "i drive a", "i have a", "", "a", "my car is a", "i've got a"]) + " "
                + random.pick(years) + " " + random.pick(cars)
        }
    }

    static func confirmations() -> [String] {
        let yes = [
            "yes", "yeah", "yep", "sure", "okay", "right", "correct", "absolutely", "of course", "please do", "um yeah",
            "uh yes",
        ]
        let no = ["no", "nope", "no thanks", "not really", "no sorry"]
        return yes + yes + no + no
            + product(
                yes,
                [
                    "please", "that works", "that's right", "that's correct", "that's fine", "sounds good", "go ahead",
                    "sure", "thank you", "please that works", "sure go ahead",
                ])
            + product(
                no,
                [
                    "thank you", "that's wrong", "that's not right", "that's not correct", "that doesn't work", "wait",
                    "not today",
                ])
            + [
                "that's right", "that's correct", "that works", "that's wrong", "that's not right", "sounds good",
                "go ahead", "that's fine",
            ]
    }
}
