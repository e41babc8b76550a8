package import Conversation

/// The rules never wait and never fail.
extension RuleUnderstanding: LanguageUnderstanding {}
