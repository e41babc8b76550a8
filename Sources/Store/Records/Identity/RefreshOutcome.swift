/// What became of a refresh token that was shown.
package enum RefreshOutcome: Hashable, Sendable {
    /// It was good for once; its successor is written down.
    case renewed(User, SignIn)
    /// It was used before: somebody else has a copy, so the whole sign-in is over.
    case reused(user: String, family: String)
    /// Nobody knows it, it expired, its sign-in is over, or its user is not active.
    case refused
}
