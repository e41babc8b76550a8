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
        if text.count > plan.text.count * 2 + 120 { return .tooLong(text.count) }
        if text.contains(where: { "*#_`<>[]{}|".contains($0) }) || text.contains("http") { return .markup }
        let (said, planned) = (SpokenFacts(text), SpokenFacts(plan.text))
        if let added = said.all.subtracting(planned.all).subtracting(business).min() { return .added(added) }
        let known = Self.vocabulary(of: plan.text).union(business)
        if let name = said.names.first(where: { !known.contains($0.lowercased()) }) { return .added(name) }
        if let lost = planned.all.subtracting(said.all).min() { return .lost(lost) }
        // The same facts in another order are other facts: from Monday to Friday, from 8 to 6.
        if said.order != planned.order { return .reordered }
        if plan.question != nil, !text.contains("?") { return .noQuestion }
        return nil
    }

    private static func vocabulary(of text: String) -> Set<String> {
        Set(SpokenFacts.words(of: text).map { $0.text.lowercased() })
    }
}
