/// Why the server cannot start.
package enum RoomServerError: Error, Hashable, Sendable, CustomStringConvertible {
    case notAnAddress(String)
    case portUnavailable(kind: String, port: UInt16, reason: String)

    package var description: String {
        switch self {
        case .notAnAddress(let text): "'\(text)' is no IP address to listen on"
        case .portUnavailable(let kind, let port, let reason):
            "the room server cannot listen on \(kind) port \(port): \(reason)"
        }
    }
}
