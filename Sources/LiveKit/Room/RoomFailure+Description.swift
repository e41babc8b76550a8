import Contract

// Sentences that say what happened and, where somebody can do something about it, what.
extension RoomFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unauthorized(let text): "the server refuses the token: \(text)\(Self.advice(about: text))"
        case .roomNotFound(let text): "the room does not exist: \(text); create it, or let the server create rooms"
        case .badRequest(let text): "the server does not take the request to join: \(text)"
        case .serverTooOld:
            "no LiveKit server answers there, neither at /rtc/v1 nor at /rtc: check the address, or renew the server"
        case .unreachable(let text): "the server cannot be reached: \(text)"
        case .duplicateIdentity: "another participant joined under the same identity"
        case .removed: "removed from the room"
        case .roomClosed: "the room was closed"
        case .serverShutdown: "the server is shutting down"
        case .disconnected(let reason): "the server ended the session (reason \(reason))"
        }
    }

    /// What the words of a server mean for who runs this program.
    private static func advice(about text: String) -> String {
        let words = text.lowercased()
        return switch true {
        case words.contains("expired"): "; get a new token, and compare this machine's clock with the server's"
        case words.contains("not valid yet"), words.contains("nbf"): "; compare this machine's clock with the server's"
        case words.contains("api key"): "; is the API key one of the server's?"
        case words.contains("signature"), words.contains("cryptographic"): "; is the API secret the key's own?"
        case words.contains("permission"), words.contains("grant"): "; the token must allow to join this room"
        default: ""
        }
    }
}

extension RoomFailure {
    /// What a server gives as the reason for the end.
    init(_ reason: Livekit_DisconnectReason) {
        switch reason {
        case .duplicateIdentity: self = .duplicateIdentity
        case .participantRemoved: self = .removed
        case .roomDeleted, .roomClosed: self = .roomClosed
        case .serverShutdown: self = .serverShutdown
        default: self = .disconnected(reason: reason.rawValue)
        }
    }
}
