import Conversation
import Synchronization

/// Remembers the words of answers, which change seldom and are asked for with every question.
///
/// Bounded: beyond `capacity` answers it begins anew.
final class AnswerLexicon: Sendable {
    private let known = Mutex<[FAQEntry: AnswerWords]>([:])
    private let capacity: Int

    init(capacity: Int = 2000) {
        self.capacity = capacity
    }

    func words(of entry: FAQEntry) -> AnswerWords {
        if let words = known.withLock({ $0[entry] }) { return words }
        let words = AnswerWords(entry)
        known.withLock { known in
            if known.count >= capacity { known = [:] }
            known[entry] = words
        }
        return words
    }
}
