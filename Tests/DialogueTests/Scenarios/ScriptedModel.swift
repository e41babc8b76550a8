import Dialogue

/// A graph that answers one committed turn after the other, and works ahead when it is told to. Times are milliseconds.
struct ScriptedModel {
    enum Answer {
        case text(String)
        case reply(Reply)
        case failure
        case never
    }

    /// One for each question; then the last again.
    var answers: [Answer] = [.text("Certainly.")]
    /// From the question, or from `prepare`, to the reply.
    var delay = 300
    var worksAhead = true
    /// The kind of answer that every reply waits for.
    var expects: AnswerProfile?
    var endsCall = false
    var isInterruptible = true

    private(set) var asked = 0
    /// When work on these words is done.
    private(set) var prepared: [String: Int] = [:]

    mutating func answers(_ texts: String..., firstToken seconds: Double = 0.3) {
        answers = texts.map(Answer.text)
        delay = Int((seconds * 1_000).rounded())
    }

    /// The answer to the next question.
    var next: Answer { answers[min(asked, answers.count - 1)] }

    mutating func ask(_ text: String, at now: Int) -> (answer: Answer, time: Int) {
        defer { asked += 1 }
        return (next, max(now, prepared[text] ?? now + delay))
    }

    /// When it is ready; `nil` when it does not work ahead.
    mutating func prepare(_ text: String, at now: Int) -> Int? {
        guard worksAhead else { return nil }
        let time = prepared[text] ?? now + delay
        prepared[text] = time
        return time
    }

    func reply(_ text: String, turn: Int) -> Reply {
        Reply(turn: turn, text: text, isInterruptible: isInterruptible, endsCall: endsCall, expects: expects)
    }
}
