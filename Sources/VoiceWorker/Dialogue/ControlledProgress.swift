/// How much of a `ControlledSpeech` was heard.
struct ControlledProgress: Hashable, Sendable {
    var heard = ""
    var isWhole = false

    /// More of it was heard, after an interruption that was none.
    mutating func add(_ more: Heard) {
        heard = [heard, more.text].filter { !$0.isEmpty }.joined(separator: " ")
        isWhole = more.isComplete
    }
}
