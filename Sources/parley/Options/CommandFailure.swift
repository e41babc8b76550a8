import Foundation

/// Why a command did not do its task: a sentence for people, and the exit status.
struct CommandFailure: Error, CustomStringConvertible {
    /// What the exit status says.
    enum Status: Int32 {
        /// The task was tried and failed.
        case failed = 1
        /// Nobody there, not let in, or a port that is taken.
        case unreachable = 2
        /// The command line is wrong (`EX_USAGE`).
        case usage = 64
    }

    let status: Status
    let sentence: String

    init(_ status: Status, _ sentence: String) {
        self.status = status
        self.sentence = sentence
    }

    var description: String { sentence }

    func exit() -> Never {
        Console.complain("parley: \(sentence)")
        Foundation.exit(status.rawValue)
    }
}
