/// What is to be done with a request that has a key.
package enum IdempotencyVerdict: Hashable, Sendable {
    /// It is new: do it, then `finish` or `abandon` this attempt.
    case new(attempt: String)
    /// The same request is being answered.
    case inProgress
    /// The key was used for another request.
    case mismatch
    /// It was answered: give the same answer.
    case replay(StoredResponse)
}
