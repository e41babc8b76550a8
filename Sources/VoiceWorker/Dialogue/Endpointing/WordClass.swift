/// What a word does in a clause, as far as it tells whether more is to come.
enum WordClass: Hashable, Sendable {
    /// "Um": more is to come, and nothing else is known.
    case filler
    /// "Hello", "yes": stands beside the clause.
    case interjection
    /// "Please", "thanks", "tonight": often the last.
    case closing
    /// "And", "because": another clause or phrase follows.
    case conjunction
    /// "Me", "something": a whole noun phrase.
    case object
    /// "I", "they": the subject of a clause.
    case subject
    /// "The", "my": a noun follows.
    case determiner
    /// "New", "next": with a determiner, a noun follows.
    case adjective
    /// "Very", "not", "just": what they qualify follows.
    case adverb
    /// "At", "for": a noun follows.
    case preposition
    /// "In", "up": a preposition, or the end of a verb.
    case particle
    /// "To": a verb or a noun follows.
    case to
    /// "What", "how": a question follows.
    case question
    /// Forms of "be".
    case copula
    /// "Can", "do", "would": a subject and a verb follow, or a verb.
    case auxiliary
    /// "It's", "I'm": subject and copula.
    case subjectIs
    /// "I'd", "let's": subject and auxiliary.
    case subjectWould
    /// "Want", "book": an object follows.
    case transitive
    /// "Open", "works": nothing need follow.
    case intransitive
    /// "Test", "credit": likely to be followed by the noun that they describe.
    case modifier
    case number
    /// Everything else: a noun more often than not.
    case other

    init(_ word: String) { self = Self.known[word] ?? .other }

    private static let known: [String: WordClass] = {
        var known: [String: WordClass] = [:]
        for (kind, words) in listed {
            for word in words.split(separator: " ") { known[String(word)] = kind }
        }
        return known
    }()
}
