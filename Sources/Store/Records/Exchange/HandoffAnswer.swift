/// What the search for a person came to.
package enum HandoffAnswer: Hashable, Sendable {
    /// Somebody takes the call.
    case accepted(name: String)
    /// Nobody can; the caller is called back.
    case callback
}
