/// Names of people: "my name is john smith", "this is maria garcia", or the bare name when it was asked for.
struct NameReader {
    /// Whether the agent has just asked for a name.
    let isExpected: Bool

    private static let introductions: [Phrase] = [
        "my name is", "my name's", "the name is", "the name's", "name is", "call me", "under the name",
    ]
    /// Introduce a name only when one was asked for, or when nothing else follows.
    private static let weakIntroductions: [Phrase] = [
        "this is", "it's", "it is", "i'm", "i am", "that's", "that is", "for", "under",
    ]
    private static let fillers: Set<String> = [
        "uh", "um", "er", "yes", "yeah", "sure", "okay", "ok", "well", "hi", "hello", "so", "oh", "ah", "right", "and",
        "of", "course", "please", "no", "it", "should", "be", "you", "can", "put", "down",
    ]
    private static let endings: Set<String> = [
        "speaking", "here", "please", "and", "calling", "from", "my", "thanks", "thank", "i", "i'd", "phone", "at",
        "with", "is", "but", "the", "who", "again",
    ]
    /// Words that are never a name in an answer, so that a question is not taken for one.
    private static let notNames: Set<String> = [
        "a", "an", "the", "what", "why", "how", "when", "where", "who", "which", "do", "does", "can", "could", "would",
        "is", "are", "i", "i'm", "you", "we", "calling", "about", "not", "just", "looking", "wondering", "going", "my",
        "your", "need", "want", "have", "car", "name", "number", "don't", "know", "tell", "wait", "sorry", "pardon",
        "interested", "here", "there", "in", "on", "at", "to", "fine", "good", "great", "correct", "right", "that",
        "this", "tomorrow", "today", "morning", "afternoon", "hoping", "trying", "because", "urgent", "one", "two",
        "three", "four", "five", "six", "seven", "eight", "nine", "zero", "still", "all", "set", "ready", "sure", "me",
        "it", "late", "early", "open", "oil", "brakes", "tires", "service", "appointment", "working", "done",
        "important", "everything", "nothing", "something", "okay",
    ]

    func read(_ wording: Wording) -> String? {
        for introduction in Self.introductions {
            if let rest = wording.words(after: introduction), let name = name(in: rest) { return name }
        }
        for introduction in Self.weakIntroductions.prefix(isExpected ? 9 : 1) {
            if let rest = wording.words(after: introduction), let name = name(in: rest), isExpected || words(name) > 1 {
                return name
            }
        }
        return isExpected ? name(in: wording.words) : nil
    }

    private func words(_ name: String) -> Int { name.split(separator: " ").count }

    private func name(in words: [String]) -> String? {
        let start = words.drop { Self.fillers.contains($0) }
        let name = start.prefix { !Self.endings.contains($0) }
        guard (1...4).contains(name.count), name.allSatisfy(isName) else { return nil }
        guard name.count > 1 || (name.first?.count ?? 0) > 1 else { return nil }
        return name.joined(separator: " ")
    }

    private func isName(_ word: String) -> Bool {
        !Self.notNames.contains(word) && Weekday(name: word) == nil
            && word.allSatisfy { $0.isLetter || $0 == "'" }
    }
}
