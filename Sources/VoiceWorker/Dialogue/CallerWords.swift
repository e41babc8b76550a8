import Timing

/// What the caller said in one utterance, on its way to being part of a committed turn.
struct CallerWords: Hashable, Sendable {
    let turn: Int
    let text: String
    /// The utterance's last speech frame.
    let spokenUntil: Instant

    /// Lower case, letters and digits only, single spaces: "Mm-hm." becomes "mm hm".
    static func plain(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.joined(separator: " ")
    }
}
