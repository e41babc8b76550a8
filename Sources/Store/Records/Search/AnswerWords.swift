import Conversation

/// The stems of the words of an answer.
struct AnswerWords: Hashable, Sendable {
    private let keywords: Set<String>
    private let question: Set<String>
    private let answer: Set<String>

    init(_ entry: FAQEntry) {
        func stems(_ text: String) -> Set<String> { Set(SearchQuery.words(text).map(SearchQuery.stem)) }
        keywords = stems(entry.keywords)
        question = stems(entry.question)
        answer = stems(entry.answer)
    }

    /// What a word of a question counts here: more in the keywords than in the answer; 0 when it is not there.
    func weight(of stem: String) -> Double {
        if keywords.contains(stem) { return 1 }
        if question.contains(stem) { return 0.9 }
        return answer.contains(stem) ? 0.5 : 0
    }
}
