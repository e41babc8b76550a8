/// The graph's answer to a committed turn.
package struct Reply: Hashable, Sendable {
    package var turn: Int
    /// What to say; empty is a fault of the graph and is answered with an apology.
    package var text: String
    /// May the caller cut it short?
    package var isInterruptible: Bool
    /// The call ends once this was heard.
    package var endsCall: Bool
    /// What kind of answer the caller is expected to give; `nil`: any.
    package var expects: AnswerProfile?

    package init(
        turn: Int, text: String, isInterruptible: Bool = true, endsCall: Bool = false, expects: AnswerProfile? = nil
    ) {
        self.turn = turn
        self.text = text
        self.isInterruptible = isInterruptible
        self.endsCall = endsCall
        self.expects = expects
    }
}
