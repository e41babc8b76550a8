import Contract
import Token

/// A request to join that passed every check.
package struct Admission: Sendable {
    let claims: Claims
    let room: String
    let join: Livekit_JoinRequest
}
