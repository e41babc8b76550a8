/// A reply before it has its final words: what a language model may phrase anew.
package struct ReplyPlan: Hashable, Sendable, Codable {
    /// The rules' words. Every fact of the reply is in them, and no other may be added.
    package let text: String
    /// What the caller said.
    package let heard: String
    /// What the caller is asked at the end; the new words must ask it too.
    package let question: Question?
    /// What supervisors told the agent to heed; confidential, never to be quoted.
    package let guidance: [String]?

    package init(text: String, heard: String, question: Question?, guidance: [String] = []) {
        self.text = text
        self.heard = heard
        self.question = question
        self.guidance = guidance.isEmpty ? nil : guidance
    }
}
