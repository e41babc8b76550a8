/// A synthesiser whose letters last 50 ms each, with the blank behind a word. Times are milliseconds.
struct ScriptedSynthesizer {
    static let letter = 50

    /// From the order to the first sound.
    var ttfb: Int? = 80
    var fails = false
    /// The sound comes in pieces of so much, one every tenth of it; `nil`: at once.
    var piece: Int?
    /// It tells where the words lie.
    var timesWords = true
    /// Of the sound, only so much ever comes.
    var breaksAfter: Int?

    /// When the sound of these words is there.
    private(set) var ready: [String: Int] = [:]

    mutating func audio(ttfb seconds: Double) { ttfb = Int((seconds * 1_000).rounded()) }

    mutating func order(_ text: String, at now: Int) {
        guard let ttfb, ready[text] == nil else { return }
        ready[text] = now + ttfb
    }

    /// When the first sound of these words comes.
    func time(of text: String, at now: Int) -> Int? {
        ttfb.map { max(now, ready[text] ?? now + $0) }
    }

    static func duration(of text: String) -> Int { text.count * letter }

    /// Where each word begins, and where it ends without the blank.
    static func words(of text: String) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        for (index, character) in text.enumerated() {
            if !character.isWhitespace {
                start = start ?? index
            } else if let begin = start {
                words.append(begin * letter..<index * letter)
                start = nil
            }
        }
        if let start { words.append(start * letter..<text.count * letter) }
        return words
    }
}
