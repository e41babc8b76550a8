/// What the words say that a caller said into the agent's speech.
enum InterjectedWords: Hashable, Sendable {
    /// They want something.
    case claim
    /// They are nothing but sounds of listening.
    case listening
    /// They may become one.
    case beginning

    /// - Parameter plain: `CallerWords.plain`, not empty.
    init(_ plain: String, backchannels: Set<String>) {
        let words = plain.split(separator: " ").map(String.init)
        if Self.consists(words[...], of: backchannels) {
            self = .listening
        } else if backchannels.contains(where: { $0.hasPrefix(plain) }) {
            self = .beginning
        } else {
            self = .claim
        }
    }

    /// "Yeah okay": one after the other.
    private static func consists(_ words: ArraySlice<String>, of phrases: Set<String>) -> Bool {
        if words.isEmpty { return true }
        return (1...min(words.count, 3)).contains { count in
            phrases.contains(words.prefix(count).joined(separator: " "))
                && consists(words.dropFirst(count), of: phrases)
        }
    }
}
