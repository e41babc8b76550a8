/// What a question is about: the beginnings of its words, without the words every question has.
struct SearchQuery: Hashable, Sendable {
    /// Each once, in order, letters and digits only, at most 24.
    let stems: [String]

    /// Reads the first 2000 characters.
    init(_ question: String) {
        var seen: Set<String> = []
        stems = Array(
            Self.words(String(question.prefix(2000))).filter { !Self.common.contains($0) }.map(Self.stem)
                .filter { seen.insert($0).inserted }.prefix(24))
    }

    /// In lower case; an apostrophe and what follows it belong to no word.
    static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
            .map { $0.prefix { $0 != "'" && $0 != "’" } }
            .filter { !$0.isEmpty && $0.utf8.count <= 64 }.map(String.init)
    }

    /// The part that a word has in common with its plural and its other forms; always a beginning of the word.
    static func stem(_ word: String) -> String {
        guard !word.contains(where: \.isNumber) else { return word }
        for ending in endings where word.hasSuffix(ending) && word.count - ending.count >= 3 {
            let rest = String(word.dropLast(ending.count))
            let isDoubled = ["ing", "ed"].contains(ending) && rest.count > 3 && rest.last == rest.dropLast().last
            return isDoubled ? String(rest.dropLast()) : rest
        }
        return word
    }

    private static let endings = [
        "ations", "ation", "ions", "ates", "ated", "ies", "ion", "ing", "ate", "ed", "es", "s", "y", "e",
    ]

    /// Words that say that something is asked, not what.
    private static let common: Set<String> = [
        "a", "an", "the", "do", "does", "did", "you", "your", "yours", "i", "im", "my", "me", "we", "us", "our", "is",
        "are", "am", "was", "be", "been", "can", "could", "will", "would", "should", "may", "might", "shall", "what",
        "whats", "how", "when", "where", "which", "who", "why", "whose", "to", "of", "for", "in", "on", "at", "by",
        "from", "it", "its", "has", "have", "had", "there", "here", "any", "some", "and", "or", "but", "not", "no",
        "please", "like", "with", "that", "this", "these", "those", "if", "so", "as", "about", "tell", "know", "want",
        "need", "get", "got", "go", "going", "let", "lets", "just", "also", "then", "than", "too", "very", "really",
        "guys", "they", "them", "he", "she", "his", "her", "him", "one", "hi", "hello", "hey", "ok", "okay", "well",
        "um", "uh", "thanks", "thank", "say", "ask", "question", "wondering", "am", "t", "s", "don", "up", "out",
    ]
}
