/// A list of rules that is looked through in one pass over the words.
struct RuleBook: Sendable {
    private enum Role: Sendable { case any, with, without }

    private struct Clue: Sendable {
        let rule: Int
        let role: Role
    }

    private struct Hit {
        var hasAny = false
        var hasWith = false
        var hasWithout = false
    }

    let rules: [PhraseRule]
    private let index: PhraseIndex<Clue>

    init(_ rules: [PhraseRule]) {
        self.rules = rules
        index = PhraseIndex(
            rules.enumerated().flatMap { number, rule in
                rule.any.map { ($0, Clue(rule: number, role: .any)) }
                    + rule.with.map { ($0, Clue(rule: number, role: .with)) }
                    + rule.without.map { ($0, Clue(rule: number, role: .without)) }
            })
    }

    /// The first rule of the list that matches within a range of the words.
    func first(in words: [String], _ range: Range<Int>) -> PhraseRule? {
        var hits = [Hit](repeating: Hit(), count: rules.count)
        for start in range {
            index.each(in: words, at: start, within: range.upperBound) { clue, _ in
                switch clue.role {
                case .any: hits[clue.rule].hasAny = true
                case .with: hits[clue.rule].hasWith = true
                case .without: hits[clue.rule].hasWithout = true
                }
            }
        }
        for (hit, rule) in zip(hits, rules) where hit.hasAny && !hit.hasWithout && range.count <= rule.limit {
            if rule.with.isEmpty || hit.hasWith { return rule }
        }
        return nil
    }
}
