import Conversation

/// The names that a business knows: what is recognised in a reply, and which capitals are no names of people.
package struct FactVocabulary: Sendable {
    private struct Entry {
        let words: [String]
        let kind: Mention.Kind
    }

    /// By the first word, longest first.
    private var entries: [String: [Entry]] = [:]
    /// Words that may be written with a capital, in lower case.
    private(set) var ordinary: Set<String> = [
        "am", "pm", "mr", "mrs", "ms", "dr", "ok", "okay", "goodbye", "hello", "street", "road", "avenue", "internet",
    ]

    /// Knows no name.
    static let none = FactVocabulary()

    private init() {}

    init(_ domain: Domain) {
        for service in domain.services {
            add(service.name, .service(service.name))
            let spoken = service.spoken.lowercased()
            let bare = ["a ", "an ", "the "].first(where: spoken.hasPrefix).map { spoken.dropFirst($0.count) }
            add(String(bare ?? spoken[...]), .service(service.name))
        }
        for model in domain.models {
            add(model.full, .car(make: model.make, model: model.model))
            add(model.model, .car(make: model.make, model: model.model))
            add(model.make, .car(make: model.make, model: nil))
        }
        for weekday in Weekday.allCases { ordinary.formUnion([weekday.name, weekday.name + "s"]) }
        ordinary.formUnion(SpokenDate.months)
        allow(domain.name)
        for exception in domain.openingHours.exceptions.values { allow(exception.reason) }
    }

    /// Makes the words of a text ordinary.
    mutating func allow(_ text: String) {
        ordinary.formUnion(Self.words(of: text))
    }

    private mutating func add(_ name: String, _ kind: Mention.Kind) {
        let words = Self.words(of: name)
        ordinary.formUnion(words)
        guard let first = words.first else { return }
        entries[first, default: []].append(Entry(words: words, kind: kind))
        entries[first]?.sort { $0.words.count > $1.words.count }
    }

    private static func words(of text: String) -> [String] {
        Clause.clauses(of: text).flatMap { $0.words.map(\.lower) }
    }

    /// The longest name that these words begin with. Its last word may be in the plural.
    func match(_ words: [String]) -> (kind: Mention.Kind, length: Int)? {
        guard let first = words.first else { return nil }
        let singular = first.hasSuffix("s") ? String(first.dropLast()) : first
        let candidates = (entries[first] ?? []) + (singular == first ? [] : entries[singular] ?? [])
        let found = candidates.filter { Self.begins(words, with: $0.words) }.max { $0.words.count < $1.words.count }
        return found.map { ($0.kind, $0.words.count) }
    }

    private static func begins(_ words: [String], with name: [String]) -> Bool {
        guard words.count >= name.count, let last = name.last else { return false }
        let end = words[name.count - 1]
        return words.prefix(name.count - 1).elementsEqual(name.dropLast()) && (end == last || end == last + "s")
    }

    /// Words that begin a sentence and are no names, though a comma or a verb follows them.
    static let starters: Set<String> = [
        "absolutely", "actually", "afterwards", "again", "all", "also", "and", "another", "anything", "at", "before",
        "both", "certainly", "congratulations", "currently", "done", "each", "either", "every", "everybody",
        "everything", "exactly", "fine", "first", "fortunately", "good", "gladly", "great", "he", "hello", "her",
        "here",
        "hey", "hi", "his", "how", "however", "if", "in", "indeed", "instead", "it", "last", "later", "least", "looks",
        "many", "meanwhile", "most", "much", "my", "name", "nearly", "neither", "next", "no", "nobody", "none",
        "nothing",
        "now", "of", "oh", "okay", "on", "one", "only", "or", "our", "otherwise", "parking", "perfect", "perhaps",
        "please", "right", "service", "she", "so", "somebody", "someone", "something", "sorry", "sure", "thank",
        "thanks",
        "that", "the", "their", "then", "there", "these", "they", "this", "those", "to", "today", "tomorrow",
        "understood",
        "unfortunately", "usually", "very", "we", "welcome", "well", "what", "when", "where", "which", "who", "why",
        "wonderful", "yes", "yesterday", "you", "your",
    ]
}
