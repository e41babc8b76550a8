/// The most a car may cost: "under twenty thousand", "less than 25k", "no more than $30,000", "a budget of fifteen grand".
enum PriceReader {
    private static let cues: [Phrase] = [
        "under", "below", "less than", "cheaper than", "no more than", "not more than", "up to", "at most", "max",
        "maximum", "maximum of", "budget of", "budget is", "my budget is", "for around", "around", "about", "within",
        "not over", "no higher than", "to spend", "can spend", "can pay", "spend", "for",
    ]
    private static let money: Set<String> = ["dollars", "bucks", "dollar", "usd"]
    private static let limits: Set<String> = ["or", "max", "maximum", "tops", "budget"]
    private static let distances: Set<String> = ["miles", "mile", "kilometers", "km"]
    /// Amounts of fewer dollars are times, ages or counts.
    private static let least = 1_000

    static func read(_ words: [String]) -> Reading<Int>? {
        for start in words.indices {
            guard !words[start].isEmpty, let (value, length) = NumberWords.amount(words, start), value >= least else {
                continue
            }
            var end = start + length
            let isMoney = money.contains(words.at(end))
            if isMoney { end += 1 }
            let cue = cues.first { words.has($0, endingAt: start) }
            let follows = limits.contains(words.at(end))
            // "At fifty thousand miles" is no price.
            guard !distances.contains(words.at(end)) else { continue }
            guard isMoney || cue != nil || follows, isMoney || !YearReader.built.contains(value) else { continue }
            return Reading(value: value, range: (start - (cue?.words.count ?? 0))..<end)
        }
        return nil
    }
}
