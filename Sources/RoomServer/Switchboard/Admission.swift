import Contract
import Token

/// A request to join that passed every check.
package struct Admission: Sendable {
    /// The identity is the one that the guest has here.
    let claims: Claims
    let room: String
    /// With two peer connections, made from the query's parameters.
    let join: Livekit_JoinRequest
    /// Two peer connections: the older form of signalling.
    let isDual: Bool
}
