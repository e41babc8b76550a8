import FoundationEssentials

/// Who speaks and what is awaited, as the dialogue tells it.
struct Floor: Hashable, Sendable, Codable {
    /// Whom the caller hears.
    enum Voice: Hashable, Sendable, Codable {
        case nobody
        /// The agent, with words of its own.
        case agent(isInterruptible: Bool)
        /// The agent, with words that a command brought.
        case speech(id: String, isInterruptible: Bool)
    }

    /// An order to fall silent that `cutOff` did not answer yet.
    struct Silencing: Hashable, Sendable, Codable {
        var isAtFrame: Bool
        /// Then it is sharpened, or counts as carried out.
        var until: Date
    }

    var isCallerSpeaking = false
    /// The caller has spoken; their words come before this.
    var wordsDue: Date?
    var voice = Voice.nobody
    var silencing: Silencing?
    /// The graph was asked and its answer is awaited.
    var isThinking = false
    var tools: Set<String> = []

    /// Nobody speaks and nothing is awaited.
    var isQuiet: Bool {
        !isCallerSpeaking && wordsDue == nil && voice == .nobody && !isThinking
    }

    var isInterruptible: Bool {
        switch voice {
        case .nobody: true
        case .agent(let isInterruptible), .speech(_, let isInterruptible): isInterruptible
        }
    }
}
