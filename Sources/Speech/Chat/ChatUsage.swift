/// What an answer cost, in the model's own tokens.
package struct ChatUsage: Hashable, Sendable {
    /// The question's.
    package var input: Int
    /// The answer's.
    package var output: Int

    package init(input: Int, output: Int) {
        self.input = input
        self.output = output
    }
}
