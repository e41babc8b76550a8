/// The session id that belongs to a room.
package enum SessionName {
    /// Ids made for a session begin like this; its room has the same name.
    package static let prefix = "sess_"
    private static let limit = 64

    /// A room made for a session carries the session's id. Any other room gets one that names room and job, so that two
    /// calls in one room are two sessions.
    package static func of(room: String, job: String) -> String {
        guard !room.hasPrefix(prefix) || room.utf8.count > 128 else { return room }
        return prefix + plain(room).prefix(limit) + "_" + plain(job).suffix(12)
    }

    private static func plain(_ text: String) -> String {
        String(text.unicodeScalars.map { isPlain($0) ? Character($0) : "-" }).lowercased()
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
}
