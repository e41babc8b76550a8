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

    /// What is left of plain words without those of the agent.
    static func foreign(_ plain: String, to own: Set<String>) -> String {
        guard !own.isEmpty else { return plain }
        return plain.split(separator: " ").filter { !own.contains(String($0)) }.joined(separator: " ")
    }

    /// Most of the words are the agent's.
    static func isMostly(_ plain: String, of own: Set<String>) -> Bool {
        let words = plain.split(separator: " ")
        return words.count { own.contains(String($0)) } * 10 >= words.count * 7
    }
}
