/// An utterance as words: lower case, without punctuation, with spoken and typed forms made alike.
///
/// `3pm`, `3 p.m.` and `three p m` become `3 pm` and `three pm`; `9:30`, `6/3` and `a@b.org` stay one word; `I'm` and `im`
/// become `i'm`. What is longer than `longestText` scalars or `longest` words is cut there, so that the work of every
/// reader is bounded.
struct Wording: Hashable, Sendable {
    /// What stands between a word and the one before it. A recogniser yields spaces only.
    enum Break: UInt8, Sendable {
        case space, hyphen, comma, stop
    }

    /// Words that are read of one utterance: eight minutes of talk.
    static let longest = 1_000
    /// Scalars that are read of one utterance.
    static let longestText = 16_000
    /// Scalars of one word; the rest of it is dropped.
    static let longestWord = 64

    let words: [String]
    /// One for each word.
    let breaks: [Break]

    init(_ text: String) {
        var splitter = WordSplitter()
        splitter.read(text)
        (words, breaks) = (splitter.words, splitter.breaks)
    }

    var isEmpty: Bool { words.isEmpty }
    var count: Int { words.count }
    var range: Range<Int> { 0..<words.count }

    /// Whether the words occur in this order, next to each other.
    func has(_ phrase: Phrase) -> Bool { words.range(of: phrase) != nil }

    func has(any phrases: [Phrase]) -> Bool {
        phrases.contains { has($0) }
    }
}
