/// What a caller does not want: "not monday", "any day but friday", "tuesday doesn't work".
enum Refusal {
    private static let before: [Phrase] = [
        "any day but", "anything but", "every day but", "any time but", "all but", "except", "except for", "apart from",
        "other than", "instead of", "rather than", "not", "isn't", "wasn't", "can't do", "cannot do", "can't make",
        "can't come", "can't", "don't want", "do not want", "don't need", "do not need", "don't like", "forget",
        "forget about", "never mind", "no longer want", "no longer need", "didn't say", "didn't mean", "never said",
        "but not", "won't be", "i work", "i'm working", "i'm busy", "we're busy", "i'm out of town", "better than",
    ]
    /// The last words of those phrases: most words are none.
    private static let endings = Set(before.compactMap(\.words.last))
    /// Turn a refusal into something else.
    private static let exceptions: [Phrase] = ["why not", "if not", "not only", "whether or not", "why don't we do"]
    private static let after: [Phrase] = [
        "doesn't work", "does not work", "won't work", "will not work", "doesn't suit", "is no good", "isn't good",
        "is not good", "is bad", "is out", "is impossible", "isn't possible", "is not possible", "isn't right",
        "is wrong", "is too late", "is too early", "is too soon", "isn't", "is not", "no good", "doesn't fit",
    ]
    private static let negations: Set<String> = ["not", "no", "isn't", "wasn't"]
    /// May stand between a refusal and what is refused.
    private static let links: Set<String> = [
        "on", "at", "the", "for", "this", "next", "a", "an", "in", "my", "it", "of", "any", "another", "to", "come",
        "do", "make", "get", "have", "be", "that", "want", "need", "really", "around", "by",
    ]
    /// May stand between what is refused and why.
    private static let trailers: Set<String> = ["morning", "afternoon", "evening", "really", "just", "that", "at"]

    /// Whether what was read there is refused.
    static func covers(_ range: Range<Int>, in words: [String]) -> Bool {
        isRefusedBefore(range, in: words) || isRefusedAfter(range, in: words)
    }

    /// Whether the refusal corrects: "not tuesday" does, "any day but tuesday" only limits.
    static func isCorrection(_ range: Range<Int>, in words: [String]) -> Bool {
        let lead = start(of: range, in: words)
        return negations.contains(words.at(lead - 1)) || isRefusedAfter(range, in: words)
    }

    /// Where the links before a reading begin.
    private static func start(of range: Range<Int>, in words: [String]) -> Int {
        var lead = range.lowerBound
        while lead > 0, range.lowerBound - lead < 4, links.contains(words[lead - 1]) { lead -= 1 }
        return lead
    }

    private static func isRefusedBefore(_ range: Range<Int>, in words: [String]) -> Bool {
        let lead = start(of: range, in: words)
        for end in lead...range.lowerBound where end > 0 && endings.contains(words[end - 1]) {
            guard before.contains(where: { words.has($0, endingAt: end) }) else { continue }
            return !exceptions.contains { words.has($0, endingAt: end) || words.has($0, endingAt: end + 1) }
        }
        return false
    }

    private static func isRefusedAfter(_ range: Range<Int>, in words: [String]) -> Bool {
        var end = range.upperBound
        while end < words.count, end - range.upperBound < 3, trailers.contains(words[end]) { end += 1 }
        return words.length(ofAny: after, at: end) > 0
    }
}
