import FoundationEssentials
import Synchronization

/// Who was found to be in good standing, or not, a moment ago, so that not every request asks the database.
///
/// An answer counts for two seconds. It holds 10 000; when it is full, it forgets all.
final class StandingCache: Sendable {
    static let lifetime: TimeInterval = 2
    private static let capacity = 10_000

    private struct Answer {
        let isGood: Bool
        let at: Date
    }

    private let answers = Mutex<[Admission: Answer]>([:])

    func answer(_ admission: Admission, now: Date) -> Bool? {
        answers.withLock { answers in
            guard let answer = answers[admission] else { return nil }
            let age = now.timeIntervalSince(answer.at)
            guard (0..<Self.lifetime).contains(age) else {
                answers[admission] = nil
                return nil
            }
            return answer.isGood
        }
    }

    func note(_ isGood: Bool, _ admission: Admission, now: Date) {
        answers.withLock { answers in
            if answers.count >= Self.capacity { answers.removeAll() }
            answers[admission] = Answer(isGood: isGood, at: now)
        }
    }

    /// After somebody's standing was changed here.
    func forget() {
        answers.withLock { $0.removeAll() }
    }
}
