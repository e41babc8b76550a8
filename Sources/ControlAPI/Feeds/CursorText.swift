/// The cursor of a session as clients write it: a number, or the id of an event, `evt_<session>_<number>`.
package enum CursorText {
    /// The number after which to go on in a session; `nil` for what is none, or belongs to another session.
    package static func sequence(_ text: String, in session: String) -> Int? {
        let prefix = "evt_\(session)_"
        let digits = text.hasPrefix(prefix) ? text.dropFirst(prefix.count) : text[...]
        guard !digits.isEmpty, digits.utf8.count <= 15, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(digits)
    }
}
