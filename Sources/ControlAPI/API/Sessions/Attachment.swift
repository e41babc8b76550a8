import Document
import Supervision

/// That a supervisor may be in a call's room: listening, or ready to speak.
struct Attachment: Hashable, Sendable {
    enum Mode: String, Hashable, Sendable {
        case monitor, barge
    }

    /// Whether others are told.
    enum Visibility: String, Hashable, Sendable {
        case announced
        case unannounced = "private"
    }

    /// `att_` and 26 characters.
    let id: String
    let principal: String
    let name: String
    var mode: Mode
    var visibility: Visibility
    /// In the room: another one for each token, so that nobody who listens becomes one who speaks.
    var identity: String

    /// The type of the events that tell of one: for the one it is of, and for admins.
    static let eventType = "attachment"

    init(of principal: Principal, _ mode: Mode, _ visibility: Visibility) {
        id = RandomID.make("att")
        self.principal = principal.id
        name = principal.name
        self.mode = mode
        self.visibility = visibility
        identity = Self.newIdentity()
    }

    /// From an event's frame.
    init?(_ frame: JSON) {
        guard let id = frame["attachment_id"]?.string, let principal = frame["principal"]?.string,
            let mode = frame["mode"]?.string.flatMap(Mode.init),
            let visibility = frame["visibility"]?.string.flatMap(Visibility.init)
        else { return nil }
        self.id = id
        self.principal = principal
        name = frame["name"]?.string ?? principal
        self.mode = mode
        self.visibility = visibility
        identity = frame["identity"]?.string ?? ""
    }

    static func newIdentity() -> String { RandomID.make("supervisor") }

    /// Whether somebody may know of it: everybody of what is announced, of what is private its own supervisor and admins.
    func isShown(to principal: Principal) -> Bool {
        visibility == .announced || principal.id == self.principal || principal.role == .admin
    }

    /// What others see of it.
    var presence: JSON {
        [
            "attachment_id": .string(id), "principal": .string(principal), "name": .string(name),
            "mode": .string(mode.rawValue), "visibility": .string(visibility.rawValue),
        ]
    }

    /// The fields of its event.
    func fields(_ state: String) -> [String: JSON] {
        [
            "attachment_id": .string(id), "principal": .string(principal), "name": .string(name),
            "mode": .string(mode.rawValue), "visibility": .string(visibility.rawValue),
            "identity": .string(identity), "state": .string(state),
        ]
    }
}
