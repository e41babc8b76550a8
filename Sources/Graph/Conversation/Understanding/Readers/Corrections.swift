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

    /// "My appointment on friday, can i move it to wednesday".
    private static let moving: Set<String> = ["move", "change", "switch", "reschedule", "push", "shift", "it"]

    /// Whether something is taken back anywhere in an utterance.
    static func isMarked(_ words: [String]) -> Bool {
        !markers.longest(in: words, words.indices).isEmpty
    }

    private static let preferences: [Phrase] = [
        "would be better", "would be best", "would be easier", "would work better", "would suit me better", "is better",
        "is best", "is easier", "works better", "works best", "suits me better", "suits better", "might be better",
        "instead",
    ]
    /// May stand between what is preferred and the word that says so: "friday afternoon instead".
    private static let trailers: Set<String> = [
        "morning", "afternoon", "evening", "then", "maybe", "please", "am", "pm",
    ]

    /// Whether what was read there is said to be the better one: "tuesday, so wednesday would be better".
    static func isPreferred(_ range: Range<Int>, in words: [String]) -> Bool {
        var end = range.upperBound
        while end < words.count, end - range.upperBound < 2, trailers.contains(words[end]) { end += 1 }
        return words.length(ofAny: preferences, at: end) > 0 && words.at(end + 1) != "of"
    }

    /// Whether the words between two readings say that the second replaces the first. "From tuesday to wednesday" does.
    static func replaces(_ gap: ArraySlice<String>, in words: [String], _ first: Range<Int>) -> Bool {
        if gap.contains(where: replacing.contains) { return true }
        if gap.last == "to", gap.contains(where: moving.contains) { return true }
        return gap.elementsEqual(["to"]) && words[..<first.lowerBound].suffix(2).contains("from")
    }
}
