/// What the words say that a caller said into the agent's speech.
enum InterjectedWords: Hashable, Sendable {
    /// They want something.
    case claim
    /// They are nothing but sounds of listening.
    case listening
    /// They may become one, or are so few that the recogniser may have read them into a hum.
    case beginning

    /// - Parameter plain: `CallerWords.plain`, not empty.
    init(_ plain: String, backchannels: Set<String>) {
        let words = plain.split(separator: " ").map(String.init)
        if Self.consists(words[...], of: backchannels) {
            self = .listening
        } else if backchannels.contains(where: { $0.hasPrefix(plain) }) || Self.isDoubtful(words) {
            self = .beginning
        } else {
            self = .claim
        }
    }

    /// One or two words, none of which asks for the floor.
    private static func isDoubtful(_ words: [String]) -> Bool {
        words.count <= 2 && !words.contains(where: claims.contains)
    }

    private static let claims: Set<String> = [
        "actually", "but", "cancel", "could", "don't", "excuse", "how", "hold", "listen", "never", "no", "not", "one",
        "please", "question", "sorry", "stop", "thanks", "that's", "wait", "what", "what's", "when", "where", "which",
        "who",
        "why", "wrong",
    ]

    /// "Yeah okay": one after the other.
    private static func consists(_ words: ArraySlice<String>, of phrases: Set<String>) -> Bool {
        if words.isEmpty { return true }
        return (1...min(words.count, 3)).contains { count in
            phrases.contains(words.prefix(count).joined(separator: " "))
                && consists(words.dropFirst(count), of: phrases)
        }
    }
}
