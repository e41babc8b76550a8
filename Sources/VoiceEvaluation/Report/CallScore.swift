/// What became of a whole call.
package struct CallScore: Hashable, Sendable {
    /// One line of what was said.
    package struct Line: Hashable, Sendable {
        package let speaker: String
        package let text: String

        package init(_ speaker: String, _ text: String) {
            self.speaker = speaker
            self.text = text
        }
    }

    package let path: String
    package let title: String
    /// Why it failed; empty when the caller got what the play expects.
    package let failures: [String]
    package let callerTurns: Int
    package var turns: [TurnFigures] = []
    /// Turns that were answered more than once.
    package var doubleReplies = 0
    package var transcript: [Line] = []

    package init(path: String, title: String, failures: [String], callerTurns: Int) {
        self.path = path
        self.title = title
        self.failures = failures
        self.callerTurns = callerTurns
    }

    package var isSuccess: Bool { failures.isEmpty }
}
