/// Where sentences end in the sound.
extension SpokenText {
    /// How many words there are up to the end of the sentence that is being said after `played` seconds. In the pause
    /// behind a sentence it is that sentence's.
    func sentenceEnd(played: Double, synthesized: Double, isWhole: Bool) -> Int {
        let ends = words.indices.filter { words[$0].endsSentence }.map { $0 + 1 }
        return ends.first {
            time(through: $0, pauses: 1, synthesized: synthesized, isWhole: isWhole) > played
        } ?? words.count
    }

    /// So many words are the whole text.
    func isAll(_ count: Int) -> Bool { count >= words.count }

    /// When so many words have been played, in seconds from the beginning, with a share of the pause behind them.
    func time(through count: Int, pauses share: Double = 0.5, synthesized: Double, isWhole: Bool) -> Double {
        let part = stretch(of: count, synthesized: synthesized, isWhole: isWhole)
        let weight = words[part.words].reduce(0) { $0 + $1.weight }
        let said = words[part.words.lowerBound..<max(part.words.lowerBound, min(count, part.words.upperBound))]
        guard weight > 0, let last = said.last else { return part.begin }
        let before = said.reduce(0) { $0 + $1.weight } - last.pause * (1 - share)
        return part.begin + before / weight * part.seconds
    }
}
