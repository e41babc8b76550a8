/// Where an utterance falls into clauses: at the end of a sentence, at "and" or "but" before something new, at "by the
/// way", and where a question or a wish begins without either.
enum Clauses {
    /// The ranges of the clauses, in order; they cover every word but the connectors.
    static func split(_ wording: Wording) -> [Range<Int>] {
        let words = wording.words
        var clauses: [Range<Int>] = []
        var start = 0
        var index = 1
        while index < words.count {
            let length = boundary(words, wording.breaks, index, start)
            if let length {
                if start < index { clauses.append(start..<index) }
                start = index + length
                index = start
            }
            index += 1
        }
        if start < words.count { clauses.append(start..<words.count) }
        return clauses
    }

    private static let connectors: Set<String> = ["and", "but", "also", "then", "plus", "though", "however"]
    private static let bridges: [Phrase] = [
        "by the way", "one more thing", "another thing", "one other thing", "oh and",
    ]
    private static let adverbs: Set<String> = ["also", "then", "oh", "please", "uh", "um", "maybe", "if", "so", "just"]
    private static let starters: Set<String> = [
        "i", "i'd", "i'm", "i've", "i'll", "can", "could", "do", "does", "is", "are", "what", "what's", "when", "where",
        "where's", "how", "how's", "who", "which", "will", "would", "my", "tell", "it's", "let's", "there's", "your",
        "actually", "give", "book", "schedule", "cancel", "we", "may", "should", "put", "make", "transfer", "you",
        "the",
    ]
    private static let questions: Set<String> = [
        "what", "which", "when", "where", "how", "who", "why", "what's", "where's", "how's", "if", "whether", "that",
    ]
    /// A question may hang on these: "tell me how much", "i know what".
    private static let holders: Set<String> = [
        "know", "tell", "me", "ask", "if", "whether", "wondering", "see", "say", "that", "what", "when", "how", "where",
        "why", "like", "need", "and", "wonder", "about", "on", "of", "for", "to", "exactly", "you", "i", "is", "just",
        "because", "which", "out", "asking", "sure", "understand", "explain", "do", "does", "did", "can", "could",
        "should",
        "would", "will", "must", "may", "might", "or", "all", "think", "said", "mean", "really", "thing", "things",
        "while",
        "until", "as", "where's", "no",
    ]
    private static let openings: [Phrase] = [
        "how much", "how long", "what time", "where are you", "what are your", "when do you", "what is your",
        "where is the", "what do you charge",
    ]
    private static let wishes: [Phrase] = [
        "can i", "could i", "can you", "could you", "do you", "are you", "is there", "i need", "i'd like",
        "i would like",
        "i want", "i was hoping", "i'm calling",
    ]

    /// How many words of connection stand at a place where a clause ends; `nil` where none does.
    private static func boundary(
        _ words: [String], _ breaks: [Wording.Break], _ index: Int, _ start: Int
    ) -> Int? {
        if breaks[index] == .stop { return connectors.contains(words[index]) ? 1 : 0 }
        let bridge = words.length(ofAny: bridges, at: index)
        if bridge > 0 { return bridge }
        if connectors.contains(words[index]) {
            var next = index + 1
            while next < words.count, next - index < 4, adverbs.contains(words[next]) { next += 1 }
            return starters.contains(words.at(next)) ? next - index : nil
        }
        if breaks[index] == .comma, starters.contains(words[index]) { return 0 }
        guard !holders.contains(words[index - 1]) else { return nil }
        if words.length(ofAny: openings, at: index) > 0 { return 0 }
        let isNested = words[start..<index].suffix(12).contains { questions.contains($0) }
        return !isNested && words.length(ofAny: wishes, at: index) > 0 ? 0 : nil
    }
}
