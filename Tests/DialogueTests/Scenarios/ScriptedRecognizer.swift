/// A recogniser that hears what it is given and nothing else. Times are milliseconds.
struct ScriptedRecognizer {
    enum Answer: Hashable {
        case final(after: Int)
        case failure(after: Int)
        case never
    }

    /// One stream: a turn of the caller.
    struct Stream {
        /// The numbers of the frames that it was given.
        var frames: Set<Int> = []
        var revision = 0
        /// Words that were told as a partial result.
        var told = 0
    }

    /// One after the other; then `usual`.
    var answers: [Answer] = []
    var usual = Answer.final(after: 80)
    /// A partial result comes so long after its last word; `nil`: none ever.
    var partialDelay: Int? = 120
    /// Partial results say that they are whole.
    var isHinting = false
    /// It gives neither partial results nor answers before it is replaced.
    var isDead = false
    /// It answers with these words whatever was said.
    var mishearing: String?

    var streams: [Int: Stream] = [:]
    /// Revisions of a turn that were answered, or are about to be.
    var requested: Set<[Int]> = []

    mutating func final(after seconds: Double) { usual = .final(after: Int((seconds * 1_000).rounded())) }

    mutating func next() -> Answer {
        if isDead { return .never }
        return answers.isEmpty ? usual : answers.removeFirst()
    }
}
