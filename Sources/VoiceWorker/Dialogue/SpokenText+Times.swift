/// Where words lie in the sound.
extension SpokenText {
    /// The stretch that is being said after `played` seconds: between two times that were given, or everything behind the
    /// last.
    func stretch(at played: Double, synthesized: Double, isWhole: Bool) -> Stretch {
        stretch(synthesized: synthesized, isWhole: isWhole) { $0.time > played }
    }

    /// The stretch that word number `count`, from 1, is in.
    func stretch(of count: Int, synthesized: Double, isWhole: Bool) -> Stretch {
        stretch(synthesized: synthesized, isWhole: isWhole) { $0.end >= count }
    }

    private func stretch(synthesized: Double, isWhole: Bool, endingAt isEnd: (Mark) -> Bool) -> Stretch {
        let index = marks.firstIndex(where: isEnd)
        let before = (index ?? marks.count) > 0 ? marks[(index ?? marks.count) - 1] : Mark(end: 0, time: 0)
        if let index {
            return Stretch(
                words: before.end..<marks[index].end, begin: before.time, seconds: marks[index].time - before.time)
        }
        return Stretch(
            words: before.end..<words.count, begin: before.time,
            seconds: length(from: before, synthesized: synthesized, isWhole: isWhole))
    }

    /// How long everything behind the last mark lasts.
    private func length(from mark: Mark, synthesized: Double, isWhole: Bool) -> Double {
        let made = max(0, synthesized - mark.time)
        guard !isWhole else { return made }
        return max(made, words[mark.end...].reduce(0) { $0 + $1.weight } / charactersPerSecond)
    }

    /// The last word that has begun before `played` seconds, and when it began; `nil` before the first.
    func word(begunBefore played: Double, synthesized: Double, isWhole: Bool) -> (index: Int, begin: Double)? {
        guard played > 0, !words.isEmpty else { return nil }
        // A stretch that begins just now leaves the word before it.
        let present = stretch(synthesized: synthesized, isWhole: isWhole) { $0.time >= played }
        let weight = words[present.words].reduce(0) { $0 + $1.weight }
        guard weight > 0 else { return present.words.isEmpty ? (words.count - 1, present.begin) : nil }
        var (found, begin) = (present.words.lowerBound, present.begin)
        for index in present.words.dropLast() {
            let next = begin + words[index].weight / weight * present.seconds
            guard next < played else { break }
            (found, begin) = (index + 1, next)
        }
        return (found, begin)
    }
}
