/// Whether a call may be recorded, and how far that has come.
package enum RecordingConsent: Hashable, Sendable {
    /// No caller is here yet.
    case unknown
    case allowed, announced, running
    case refused

    /// Said before anything is recorded.
    package static let notice = "This call is recorded. Say stop recording if you do not want that."
    /// Said when nothing of a recording is left.
    package static let farewell = "The recording is stopped and deleted."

    /// Whether somebody does not want to be recorded.
    package static func isWithdrawn(by words: String) -> Bool {
        let plain = words.lowercased().filter { $0.isLetter || $0.isWhitespace || $0 == "'" }
            .split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("'", with: "")
        guard plain.contains("record") else { return false }
        return [
            "stop recording", "stop the recording", "stop this recording", "dont record", "do not record",
            "not be recorded", "without recording", "not want to be recorded", "dont want to be recorded",
            "delete the recording", "no recording",
        ].contains { plain.contains($0) }
    }
}
