/// What is wrong with a line of a play.
package enum PlayFault: Hashable, Sendable {
    case notUTF8
    /// More than 256 KiB.
    case tooLong
    /// The first line is not `# TITLE`.
    case noTitle
    /// There are fewer than two `---`.
    case unfinished
    /// A third `---`.
    case extraPart
    /// A line that begins with nothing this part of a play knows.
    case unknownLine(String)
    /// What follows the word is not what belongs there; `expected` says what does.
    case malformed(String, expected: String)
    /// A word that may be there once is there again.
    case repeated(String)
    /// Nobody says anything.
    case noCaller
    /// Nothing is checked or expected: such a play could not fail.
    case nothingExpected
    /// More than 200 turns.
    case tooManyTurns
}

extension PlayFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notUTF8: "the file is not UTF-8"
        case .tooLong: "the file is longer than 256 KiB"
        case .noTitle: "a play begins with '# ' and its title"
        case .unfinished: "a play has three parts, divided by '---'"
        case .extraPart: "a play has no fourth part"
        case .unknownLine(let text): "'\(text)' is nothing that stands in this part of a play"
        case .malformed(let word, let expected): "after '\(word)' comes \(expected)"
        case .repeated(let word): "'\(word)' is there already"
        case .noCaller: "nobody calls"
        case .nothingExpected: "nothing is checked or expected"
        case .tooManyTurns: "a play has at most \(PlayParser.maximumTurns) turns"
        }
    }
}
