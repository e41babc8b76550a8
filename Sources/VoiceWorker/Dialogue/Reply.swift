/// The graph's answer to a committed turn.
package struct Reply: Hashable, Sendable {
    package var turn: Int
    /// What to say; empty is a fault of the graph and is answered with an apology.
    package var text: String
    /// May the caller cut it short?
    package var isInterruptible: Bool
    /// The call ends once this was heard.
    package var endsCall: Bool

    package init(turn: Int, text: String, isInterruptible: Bool = true, endsCall: Bool = false) {
        self.turn = turn
        self.text = text
        self.isInterruptible = isInterruptible
        self.endsCall = endsCall
    }
}
