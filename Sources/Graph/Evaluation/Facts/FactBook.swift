package import Conversation
package import Pack

/// What the data of a business say, whoever asks: what a reply may claim without a tool.
package struct FactBook: Sendable {
    let vocabulary: FactVocabulary
    let services: [String: ServiceOffer]
    let cars: [InventoryItem]
    let hours: OpeningHours
    /// Days from today that a call can be about.
    let horizon: Int
    /// The sentences of the FAQ's answers: said word for word, they are true.
    let quotations: [String]
    /// The mentions in those sentences.
    let quoted: Set<Mention.Kind>
    /// The people who work here, word by word in lower case.
    let staff: Set<String>
    /// Minutes.
    let testDrive: Int

    /// The customers that were here before are known to tools alone: their names are not in here.
    package init(_ domain: Domain, _ seed: SeedData) {
        let faq = seed.faq
        var vocabulary = FactVocabulary(domain)
        for entry in faq { vocabulary.allow(entry.answer) }
        self.services = Dictionary(seed.services.map { ($0.name, $0) }) { first, _ in first }
        cars = seed.inventory
        testDrive = seed.testDrive.durationMin
        hours = domain.openingHours
        horizon = domain.bookingHorizon
        let clauses = faq.flatMap { Self.sentences(of: $0.answer) }
        quotations = (faq.map(\.answer) + clauses).sorted { $0.count > $1.count }
        quoted = Set(
            faq.flatMap { Clause.clauses(of: $0.answer) }.flatMap { MentionScanner.mentions(in: $0, vocabulary) }.map(
                \.kind))
        self.staff = Set(seed.resources.flatMap { $0.name.lowercased().split(separator: " ").map(String.init) })
        self.vocabulary = vocabulary
    }

    private static func sentences(of answer: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        for character in answer {
            if character == " ", let last = current.last, ".!?".contains(last) {
                sentences.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        // A word or two, such as `Always.`, prove nothing.
        return (sentences + [current]).filter { $0.split(separator: " ").count > 2 }
    }

    /// A reply without what it quotes.
    func withoutQuotations(_ reply: String) -> String {
        quotations.reduce(reply) { $0.replacing($1, with: " ") }
    }
}
