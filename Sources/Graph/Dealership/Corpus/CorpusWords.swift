import Conversation

/// The lists that templates draw from: `{service}` stands for any of the list of that name.
struct CorpusWords: Sendable {
    private let lists: [String: [String]]
    /// What callers ask, in the words of the FAQ.
    let questions: [String]

    init(_ domain: Domain) {
        var lists = Self.fixed
        let services = domain.services.flatMap(\.synonyms).filter(Self.isSpoken)
        lists["service"] = services.filter { !Self.mishearings.contains($0) }
        lists["aservice"] = domain.services.map(\.spoken)
        let kinds = Set(domain.models.flatMap(\.kinds)).sorted()
        lists["model"] = (domain.models.flatMap(\.synonyms) + kinds).filter(Self.isSpoken)
        lists["make"] = Set(domain.models.map { $0.make.lowercased() }).sorted()
        lists["weekday"] = Weekday.allCases.map(\.name)
        self.lists = lists
        questions = domain.topics.flatMap(\.phrases).filter(Self.isSpoken)
    }

    /// Synonyms that exist because recognisers mishear: a model that expects them would mishear more.
    private static let mishearings: Set<String> = ["breaks", "all change", "tyres"]

    private static func isSpoken(_ text: String) -> Bool {
        text.allSatisfy { $0.isLetter || $0 == " " || $0 == "'" }
    }

    /// Every template with its share of the sentences it can make.
    func expand(_ templates: [(template: String, limit: Int)]) -> [String] {
        templates.flatMap { expand($0.template, limit: $0.limit) }.filter { !$0.isEmpty }
    }

    /// At most `limit` of a template's sentences, spread evenly over all of them.
    private func expand(_ template: String, limit: Int) -> [String] {
        let parts = template.split(separator: " ").map { choices(for: String($0)) }
        // A business without cars is not asked for one.
        guard !parts.contains(where: \.isEmpty) else { return [] }
        let total = parts.reduce(1) { $0 * $1.count }
        let count = min(limit, total)
        return (0..<count).map { index in
            // A stride that shares no factor with most list lengths walks through all lists at once.
            var rest = count == total ? index : (index &* 7919) % total
            var words: [String] = []
            for choices in parts {
                words.append(choices[rest % choices.count])
                rest /= choices.count
            }
            return words.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    private func choices(for part: String) -> [String] {
        guard part.hasPrefix("{"), part.hasSuffix("}") else { return [part] }
        let name = String(part.dropFirst().dropLast())
        guard let list = lists[name] else { preconditionFailure("no list of words is called \(name)") }
        return list
    }
}
