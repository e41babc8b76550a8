/// A language model's whole answer: words, calls, or both.
package struct ChatAnswer: Hashable, Sendable {
    package var text: String
    /// In the order the model made them.
    package var calls: [ChatToolCall]
    /// `nil` when the provider does not count.
    package var usage: ChatUsage?

    package init(text: String = "", calls: [ChatToolCall] = []) {
        self.text = text
        self.calls = calls
    }

    /// Takes in the next fragment. A fragment of a call beyond the sixteenth is ignored.
    package mutating func add(_ fragment: ChatFragment) {
        switch fragment {
        case .text(let text): self.text += text
        case .usage(let usage): self.usage = usage
        case .call(let index, let name, let arguments):
            guard (0..<16).contains(index) else { return }
            while calls.count <= index { calls.append(ChatToolCall(name: "", arguments: "")) }
            calls[index].name += name
            calls[index].arguments += arguments
        }
    }
}
