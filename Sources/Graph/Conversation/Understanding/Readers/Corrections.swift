/// Words by which a caller takes something back.
enum Corrections {
    /// Say that what follows replaces what came before, wherever they stand.
    private static let markers = PhraseIndex(
        [
            "i said", "i meant", "i mean", "i actually meant", "make it", "make that", "change it to", "change that to",
            "actually", "instead", "correction", "scratch that", "strike that", "forget that", "let's say", "rather",
            "switch to", "switch it to", "on second thought", "on second thoughts", "changed my mind", "i was wrong",
            "that's wrong", "not right", "you got", "should be", "it's supposed to be", "no wait", "wait no",
            "sorry no",
            "let me correct", "not what i said", "yes but", "yeah but", "better make it", "better do", "or rather",
        ].map { (Phrase($0), ()) })
    private static let replacing: Set<String> = [
        "no", "actually", "wait", "sorry", "mean", "meant", "rather", "make", "instead", "correction", "scratch", "not",
        "nope", "pardon", "better", "oops", "but",
    ]

    /// Whether something is taken back anywhere in an utterance.
    static func isMarked(_ words: [String]) -> Bool {
        !markers.longest(in: words, words.indices).isEmpty
    }

    /// Whether the words between two readings say that the second replaces the first. "From tuesday to wednesday" does.
    static func replaces(_ gap: ArraySlice<String>, in words: [String], _ first: Range<Int>) -> Bool {
        if gap.contains(where: replacing.contains) { return true }
        return gap.elementsEqual(["to"]) && words[..<first.lowerBound].suffix(2).contains("from")
    }
}
