/// Which words of a text have been played after a given time.
///
/// Words and pieces whose times the synthesiser gave are exact; inside a piece, and in the rest, time is shared among the
/// words by their letters and the pauses behind them. A word counts as heard when half of it was played.
struct SpokenText: Hashable, Sendable {
    struct Word: Hashable, Sendable {
        let start: String.Index
        let end: String.Index
        /// Share of the time, in characters; a part of it is the pause behind the word.
        let weight: Double
        let pause: Double
        let endsSentence: Bool
    }

    /// A time that was given: when everything before word number `end` has been said, in seconds from the beginning.
    struct Mark: Hashable, Sendable {
        let end: Int
        var time: Double
    }

    /// Some words in a row, when they begin and how long they last, in seconds.
    struct Stretch: Hashable, Sendable {
        let words: Range<Int>
        let begin: Double
        let seconds: Double
    }

    let text: String
    let words: [Word]
    let charactersPerSecond: Double
    /// In the order of the words and of time.
    private(set) var marks: [Mark] = []
    /// What was given so far as pieces, and as single words.
    private var pieces = Mark(end: 0, time: 0)
    private var timedWords = 0

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

    // MARK: Times that are given

    /// The next words, as many as `piece` has, last `seconds`.
    mutating func time(_ piece: String, seconds: Double) {
        let count = piece.split(whereSeparator: \.isWhitespace).count
        pieces = Mark(end: min(words.count, pieces.end + count), time: pieces.time + max(0, seconds))
        add(pieces)
    }

    /// The next words end at these times, in seconds from the beginning; more than there are words are not looked at.
    mutating func time(wordEnds: [Double]) {
        for end in wordEnds.prefix(words.count - timedWords) {
            timedWords += 1
            add(Mark(end: timedWords, time: max(0, end)))
        }
    }

    /// A piece ends behind its last word, with the pause; of two times for the same word the later holds.
    private mutating func add(_ mark: Mark) {
        guard mark.end > 0, mark.time.isFinite else { return }
        let index = (marks.lastIndex { $0.end < mark.end } ?? -1) + 1
        let earliest = index > 0 ? marks[index - 1].time : 0
        let time = max(earliest, mark.time)
        guard index < marks.count else { return marks.append(Mark(end: mark.end, time: time)) }
        if marks[index].end == mark.end {
            let latest = index + 1 < marks.count ? marks[index + 1].time : .infinity
            marks[index].time = min(latest, max(marks[index].time, time))
        } else {
            marks.insert(Mark(end: mark.end, time: min(time, marks[index].time)), at: index)
        }
    }

    // MARK: What was heard

    /// The words heard, and those not, after `played` seconds. `synthesized`: the sound that exists so far, in seconds;
    /// it is the whole text's when `isWhole`.
    func split(played: Double, synthesized: Double, isWhole: Bool) -> (heard: String, rest: String) {
        let count = wordsHeard(played: played, synthesized: synthesized, isWhole: isWhole)
        guard count > 0 else { return ("", text) }
        guard count < words.count else { return (text, "") }
        return (String(text[..<words[count - 1].end]), String(text[words[count].start...]))
    }

    private func wordsHeard(played: Double, synthesized: Double, isWhole: Bool) -> Int {
        guard played > 0 else { return 0 }
        let present = stretch(at: played, synthesized: synthesized, isWhole: isWhole)
        return count(words[present.words], played: played - present.begin, lasting: present.seconds)
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
