package import Conversation

/// Compares a model's words with the plan they stand for: what is counted, dated, named, promised or asked must be the
/// same in both.
///
/// Deliberately strict: a wrong refusal costs nicer words, a wrong consent tells a caller something untrue.
package struct FactCheck: Sendable {
    /// What is wrong with the words.
    package enum Finding: Hashable, Sendable {
        case empty
        /// Far longer than the plan, in characters.
        case tooLong(Int)
        /// Nobody can hear a list, a heading or a link.
        case markup
        /// A fact that the plan does not have.
        case added(String)
        /// A fact that only the plan has.
        case lost(String)
        /// The plan's facts in another order.
        case reordered
        /// The plan asks something, and the words do not.
        case noQuestion
        /// What a supervisor told the agent in confidence is said word for word.
        case quoted
    }

    private let business: Set<String>

    /// - Parameter name: The business's name, which every reply may say.
    package init(business name: String) {
        business = Self.vocabulary(of: name)
    }

    /// `nil` when the words may be spoken.
    package func finding(in words: String, for plan: ReplyPlan) -> Finding? {
        let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text.isEmpty { return .empty }
        let guidance = (plan.guidance ?? []).joined(separator: ". ")
        if text.count > plan.text.count * 2 + guidance.count + 120 { return .tooLong(text.count) }
        if text.contains(where: { "*#_`<>[]{}|".contains($0) }) || text.contains("http") { return .markup }
        if (plan.guidance ?? []).contains(where: { Self.quotes($0, in: text) }) { return .quoted }
        let (said, planned, told) = (SpokenFacts(text), SpokenFacts(plan.text), SpokenFacts(guidance))
        let allowed = planned.all.union(told.all).union(business)
        if let added = said.all.subtracting(allowed).min() { return .added(added) }
        let known = Self.vocabulary(of: plan.text).union(Self.vocabulary(of: guidance)).union(business)
        if let name = said.names.first(where: { !known.contains($0.lowercased()) }) { return .added(name) }
        if let lost = planned.all.subtracting(said.all).min() { return .lost(lost) }
        // The same facts in another order are other facts: from Monday to Friday, from 8 to 6.
        let order = guidance.isEmpty ? said.order : said.order.filter(planned.all.contains)
        if order != planned.order { return .reordered }
        if plan.question != nil, !text.contains("?") { return .noQuestion }
        return nil
    }

    /// So many words in a row are a quotation; fewer are a fact.
    private static let quotation = 8

    private static func quotes(_ confidence: String, in text: String) -> Bool {
        let told = SpokenFacts.words(of: confidence).map { $0.text.lowercased() }
        let said = SpokenFacts.words(of: text).map { $0.text.lowercased() }
        guard told.count >= quotation, said.count >= quotation else { return false }
        let runs = Set((0...(told.count - quotation)).map { Array(told[$0..<($0 + quotation)]) })
        return (0...(said.count - quotation)).contains { runs.contains(Array(said[$0..<($0 + quotation)])) }
    }

    private static func vocabulary(of text: String) -> Set<String> {
        Set(SpokenFacts.words(of: text).map { $0.text.lowercased() })
    }
}
