/// Something the agent said that nothing bears out.
package struct WrongFact: Hashable, Sendable {
    /// Which reply it was in, counted from 1; the greeting is the first.
    package let reply: Int
    /// The words in question.
    package let claim: String
    /// The sentence around them.
    package let sentence: String
    /// What is wrong with it.
    package let reason: String

    package init(reply: Int, claim: String, sentence: String, reason: String) {
        self.reply = reply
        self.claim = claim
        self.sentence = sentence
        self.reason = reason
    }
}

extension WrongFact: CustomStringConvertible {
    package var description: String { "reply \(reply): '\(claim)' \(reason): \(sentence)" }
}
