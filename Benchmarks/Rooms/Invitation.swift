import Secure
import Transport

/// What a participant needs to join a room.
struct Invitation: Sendable {
    let server: ServerURL
    let token: String
    let certificate: Certificate
}
