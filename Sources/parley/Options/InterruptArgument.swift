import ArgumentParser

/// `FILE.wav@SECONDS`: something to say over the agent's words.
struct InterruptArgument: ExpressibleByArgument, Sendable {
    let file: SpokenArgument
    /// After the agent began.
    let delay: Duration

    init?(argument: String) {
        guard let at = argument.lastIndex(of: "@"), at > argument.startIndex,
            let seconds = Double(argument[argument.index(after: at)...]), (0...600).contains(seconds)
        else { return nil }
        file = SpokenArgument(argument: String(argument[..<at]))
        delay = .milliseconds(Int((seconds * 1000).rounded()))
    }
}
