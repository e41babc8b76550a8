/// What is said of a car beside its name.
enum CarWords {
    private static let colors: Set<String> = [
        "red", "blue", "white", "black", "silver", "gray", "green", "gold", "brown", "beige", "orange", "yellow",
        "purple", "maroon", "bronze", "tan", "navy", "burgundy", "turquoise", "champagne", "charcoal",
    ]
    /// Words for any car.
    static let nouns: Set<String> = [
        "car", "cars", "vehicle", "vehicles", "one", "ones", "truck", "trucks", "suv", "suvs", "sedan", "sedans",
        "model",
        "models", "van", "vans", "pickup", "pickups", "hatchback", "coupe", "minivan", "wagon", "convertible",
    ]
    private static let states: [(Phrase, Bool)] = [
        ("brand new", true), ("new", true), ("used", false), ("second hand", false), ("secondhand", false),
        ("pre owned", false), ("preowned", false), ("certified", false),
    ]

    /// The colour of a car that was named or may be meant: a name can be White or Brown.
    static func color(_ words: [String], near car: Range<Int>?) -> String? {
        words.indices.first { index in
            guard colors.contains(words[index]) else { return false }
            return car != nil || nouns.contains(words.at(index + 1))
        }.map { words[$0] }
    }

    /// "New" or "used" right before a car: "new tires" says nothing of one.
    static func isNew(_ words: [String], near cars: [Range<Int>]) -> Reading<Bool>? {
        for start in words.indices {
            for (phrase, isNew) in states where words.has(phrase, at: start) {
                let next = start + phrase.words.count
                let reach = next..<(next + 3)
                let isNoun = reach.contains { nouns.contains(words.at($0)) && words.at($0) != "one" }
                let isOne = words.at(next) == "one" || words.at(next) == "ones"
                if isNoun || isOne || cars.contains(where: { reach.contains($0.lowerBound) }) {
                    return Reading(value: isNew, range: start..<next)
                }
            }
        }
        return nil
    }

    /// A full year, or one of two digits next to the car.
    static func year(_ words: [String], near car: Range<Int>?, isExpected: Bool) -> Int? {
        guard car != nil || isExpected else { return nil }
        for start in words.indices where !words[start].isEmpty && car?.contains(start) != true {
            if let (year, _) = YearReader.year(words, start), YearReader.built.contains(year) { return year }
            guard let (year, length) = YearReader.short(words, start) else { continue }
            let isFollowed = (start + length..<start + length + 2).contains { $0 == car?.lowerBound }
            if isFollowed || words.at(start - 1) == "from" { return year }
        }
        return nil
    }

    private static let notModels: Set<String> = [
        "and", "with", "that", "car", "truck", "suv", "from", "but", "its", "it's", "please", "the", "for", "which",
        "is",
        "has", "dealer", "not", "van", "thank", "thanks",
    ]

    /// A model nobody listed, right behind its make.
    static func unknownModel(_ words: [String], at place: Int) -> String? {
        let word = words.at(place)
        guard word.count >= 2, !notModels.contains(word), word.contains(where: { $0.isLetter }),
            NumberWords.single(word) == nil
        else { return nil }
        return word.prefix(1).uppercased() + word.dropFirst()
    }
}
