/// Whether somebody who was let in may stay.
package enum Standing: Hashable, Sendable {
    case valid
    /// The time is over: a feed closes with 4401.
    case expired
    /// Signed out, revoked, no longer active, or of another role: a feed closes with 4403.
    case revoked
}
