/// Which words of a text have been played after a given time.
///
/// Pieces whose length the synthesiser gave are exact; inside a piece, and in the rest, time is shared among the words by
/// their letters and the pauses behind them. A word counts as heard when half of it was played.
struct SpokenText: Hashable, Sendable {
    struct Word: Hashable, Sendable {
        let start: String.Index
        let end: String.Index
        /// Share of the time, in characters; a part of it is the pause behind the word.
        let weight: Double
        let pause: Double
        let endsSentence: Bool
    }

    /// A length that was given, with the number of the word behind the piece.
    struct Piece: Hashable, Sendable {
        let end: Int
        let seconds: Double
    }

    let text: String
    let words: [Word]
    private let charactersPerSecond: Double
    private(set) var pieces: [Piece] = []

    init(_ text: String, charactersPerSecond: Double) {
        self.text = text
        self.charactersPerSecond = charactersPerSecond
        words = text.split(whereSeparator: \.isWhitespace).map { word in
            let pause = Self.pause(behind: word)
            return Word(
                start: word.startIndex, end: word.endIndex, weight: Double(word.count) + pause, pause: pause,
                endsSentence: Self.endsSentence(word))
        }
    }

    private static func pause(behind word: Substring) -> Double {
        switch word.last {
        case ".", "?", "!": 8
        case ",", ";", ":": 4
        default: 1
        }
    }

    /// "a.m." and "Dr." end nothing.
    private static func endsSentence(_ word: Substring) -> Bool {
        guard let last = word.last(where: { !"\"')”’".contains($0) }), ".?!".contains(last) else { return false }
        let isShort = ["mr.", "mrs.", "ms.", "dr.", "st.", "no."].contains(word.lowercased())
        return last != "." || !(isShort || word.dropLast().contains("."))
    }

    /// The next words, as many as `piece` has, last `seconds`.
    mutating func time(_ piece: String, seconds: Double) {
        let count = piece.split(whereSeparator: \.isWhitespace).count
        let end = min(words.count, (pieces.last?.end ?? 0) + count)
        pieces.append(Piece(end: end, seconds: max(0, seconds)))
    }

    /// The words heard, and those not, after `played` seconds. `synthesized`: the sound that exists so far, in seconds;
    /// it is the whole text's when `isWhole`.
    func split(played: Double, synthesized: Double, isWhole: Bool) -> (heard: String, rest: String) {
        let count = wordsHeard(played: played, synthesized: synthesized, isWhole: isWhole)
        guard count > 0 else { return ("", text) }
        guard count < words.count else { return (text, "") }
        return (String(text[..<words[count - 1].end]), String(text[words[count].start...]))
    }

    private func wordsHeard(played: Double, synthesized: Double, isWhole: Bool) -> Int {
        var (first, time) = (0, 0.0)
        for piece in pieces {
            guard time + piece.seconds <= played else {
                return count(words[first..<piece.end], played: played - time, lasting: piece.seconds)
            }
            (first, time) = (piece.end, time + piece.seconds)
        }
        let lasting = length(from: first, at: time, synthesized: synthesized, isWhole: isWhole)
        return count(words[first...], played: played - time, lasting: lasting)
    }

    /// How long everything from word `first` on lasts, which begins at `time`.
    func length(from first: Int, at time: Double, synthesized: Double, isWhole: Bool) -> Double {
        let made = max(0, synthesized - time)
        let estimate = words[first...].reduce(0) { $0 + $1.weight } / charactersPerSecond
        return isWhole ? made : max(made, estimate)
    }

    /// How many words lie before `played`, counted from the text's beginning.
    private func count(_ words: ArraySlice<Word>, played: Double, lasting seconds: Double) -> Int {
        let weight = words.reduce(0) { $0 + $1.weight }
        guard weight > 0 else { return words.startIndex }
        var before = 0.0
        for (index, word) in zip(words.indices, words) {
            let middle = (before + word.weight / 2) / weight * seconds
            guard played > 0, middle <= played else { return index }
            before += word.weight
        }
        return words.endIndex
    }
}
