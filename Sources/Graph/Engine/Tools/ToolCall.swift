package import Document
package import FoundationEssentials

/// One call of a tool, written down before it runs: `planned → running → succeeded | failed`, or `unknown` when the
/// process that ran it ended first.
///
/// The call itself never acts. A driver applies a `ToolChange`, stores the result, and only then does what it says.
package struct ToolCall: Hashable, Sendable {
    /// How far a call is.
    package enum State: Hashable, Sendable {
        case planned
        case running
        case succeeded(JSON)
        case failed(String)
        /// It ran, and nobody knows how it ended.
        case unknown
    }

    /// Unique for ever: who asks twice under one id asks for one run.
    package let id: String
    package let name: String
    package let arguments: JSON
    /// Whether it changes anything in the world.
    package let isWriting: Bool
    package internal(set) var state: State
    /// How often it was started. For a writing call 0 or 1.
    package internal(set) var runs: Int
    package let plannedAt: Date
    package internal(set) var startedAt: Date?
    /// When its end became known.
    package internal(set) var endedAt: Date?

    /// A planned call; or one as it was found in a store.
    package init(
        id: String, name: String, arguments: JSON, isWriting: Bool, state: State = .planned, runs: Int = 0,
        plannedAt: Date, startedAt: Date? = nil, endedAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.arguments = arguments
        self.isWriting = isWriting
        self.state = state
        self.runs = runs
        self.plannedAt = plannedAt
        self.startedAt = startedAt
        self.endedAt = endedAt
    }

    /// Whether it may run before the caller's turn is certain.
    package var mayRunSpeculatively: Bool { !isWriting && mayStart }

    /// Whether it may be started now: a writing call only from the plan, a reading one also when its last run came to
    /// nothing.
    package var mayStart: Bool {
        switch state {
        case .planned: true
        case .failed, .unknown: !isWriting
        case .running, .succeeded: false
        }
    }

    /// Whether nothing more happens to it.
    package var isSettled: Bool {
        switch state {
        case .succeeded, .failed: true
        case .planned, .running, .unknown: false
        }
    }

    /// Whether it is the same request, however far it is.
    package func asksTheSame(as other: ToolCall) -> Bool {
        id == other.id && name == other.name && arguments == other.arguments && isWriting == other.isWriting
    }
}
