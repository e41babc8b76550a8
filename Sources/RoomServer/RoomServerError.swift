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

extension RoomServerError {
    /// Says of a port that could not be opened which one it was.
    static func binding<Bound>(_ kind: String, _ port: UInt16, _ body: () async throws -> Bound) async throws -> Bound {
        do {
            return try await body()
        } catch {
            throw RoomServerError.portUnavailable(kind: kind, port: port, reason: "\(error)")
        }
    }
}
