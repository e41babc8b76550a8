package import Conversation

/// The rules never wait and never fail.
extension RuleUnderstanding: LanguageUnderstanding {
    package func classify(_ utterance: Utterance) -> Interpretation { interpret(utterance) }
    package func extract(_ utterance: Utterance) -> HeardSlots { interpret(utterance).slots }
    package func phrase(_ plan: ReplyPlan) -> String { plan.text }
}
