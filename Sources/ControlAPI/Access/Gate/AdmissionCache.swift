import FoundationEssentials
import Secure
import Synchronization

/// Whom a token or a key was found to name, so that its signature is not checked anew for every request of a busy client.
///
/// An answer counts for a minute, and never after the token's end. It holds 10 000; when it is full, it forgets all. The tokens
/// themselves are not kept: only their digests.
final class AdmissionCache: Sendable {
    static let lifetime: TimeInterval = 60
    private static let capacity = 10_000

    private struct Answer {
        let admission: Admission
        let at: Date
    }

    private let answers = Mutex<[[UInt8]: Answer]>([:])

    func admission(_ bearer: String, now: Date) -> Admission? {
        let digest = Digest.sha256(Array(bearer.utf8))
        return answers.withLock { answers in
            guard let answer = answers[digest] else { return nil }
            let isFresh = (0..<Self.lifetime).contains(now.timeIntervalSince(answer.at))
            guard isFresh, answer.admission.expiresAt.map({ now < $0 }) ?? true else {
                answers[digest] = nil
                return nil
            }
            return answer.admission
        }
    }

    func note(_ admission: Admission, of bearer: String, now: Date) {
        let digest = Digest.sha256(Array(bearer.utf8))
        answers.withLock { answers in
            if answers.count >= Self.capacity { answers.removeAll() }
            answers[digest] = Answer(admission: admission, at: now)
        }
    }
}
