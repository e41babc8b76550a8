package import Timing

/// A call that somebody makes to us, to be answered once with `respond`.
package struct RPCRequest: Hashable, Sendable {
    /// Chosen by the caller, and unique for it alone.
    package let id: String
    package let callerIdentity: String
    package let method: String
    package let payload: String
    /// An answer after this is not waited for any more, and is not sent.
    package let deadline: Instant
}
