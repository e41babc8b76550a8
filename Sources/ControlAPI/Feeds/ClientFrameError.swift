/// Why a text is no frame.
package enum ClientFrameError: Error, Hashable, Sendable {
    /// No JSON, or no object.
    case notAnObject
    /// A member is missing, or of the wrong kind, or too long.
    case member(String, of: String)

    /// A sentence for the client.
    package var detail: String {
        switch self {
        case .notAnObject: "A frame must be a JSON object."
        case .member(let name, let type): "A frame of type \"\(type)\" needs a valid \"\(name)\"."
        }
    }
}
