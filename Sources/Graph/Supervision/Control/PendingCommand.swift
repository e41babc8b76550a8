import FoundationEssentials

/// A command that was taken and has no final outcome yet.
struct PendingCommand: Hashable, Sendable, Codable {
    enum Stage: Hashable, Sendable, Codable {
        /// Words that wait until the agent may speak.
        case parked
        /// Words that were given to the stage, and did not begin.
        case given
        /// Words that are being said.
        case begun
        /// An instruction that no answer has used yet.
        case unused
        /// An effect was ordered; `carriedOut` is awaited.
        case ordered
        /// The agent falls silent for it.
        case silencing
        /// The agent is on its way to waiting.
        case stopping
        /// A microphone is awaited.
        case offered
        /// The microphone is there and the agent falls silent.
        case switching
        /// The end is awaited.
        case ending
    }

    let command: Command
    var stage: Stage
    /// Commands that stand beside it.
    var related: [String] = []

    var id: String { command.id }

    /// Whether its time to live still counts: its effect has not begun.
    var isMortal: Bool {
        switch stage {
        case .parked, .given, .unused, .ordered, .stopping, .offered: true
        case .begun, .silencing, .switching, .ending: false
        }
    }
}
