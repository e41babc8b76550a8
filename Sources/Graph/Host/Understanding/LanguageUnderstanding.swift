package import Conversation

/// Turns words into meaning, and meaning into words. Two do: `RuleUnderstanding`, always there, and `ModelUnderstanding`,
/// whose every failure is an error, so that the rules' answer stands.
package protocol LanguageUnderstanding: Sendable {
    /// What the caller wants and the facts in their words: both of the following at once.
    func interpret(_ utterance: Utterance) async throws -> Interpretation

    /// What the caller wants, with all their wishes in the order they were said. The slots are left empty.
    func classify(_ utterance: Utterance) async throws -> Interpretation

    /// The facts in the caller's words.
    func extract(_ utterance: Utterance) async throws -> HeardSlots

    /// Words for a reply: every fact of the plan, and no other.
    func phrase(_ plan: ReplyPlan) async throws -> String
}
