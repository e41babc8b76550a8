package import FoundationEssentials

/// The control of one session: a value in virtual time, run by whoever owns the session.
package struct SessionControl: Hashable, Sendable, Codable {
    package private(set) var mode = ControlMode.agent
    package private(set) var lease: ControlLease?
    /// The number of the conversation's present turn, for preconditions and outcomes.
    package private(set) var turn = 0
    let phrases: ControlPhrases
    let timings: ControlTimings

    package init(phrases: ControlPhrases = ControlPhrases(), timings: ControlTimings = ControlTimings()) {
        self.phrases = phrases
        self.timings = timings
    }

    /// When to be woken, if nothing happens before.
    package var timeout: Date? { nil }

    /// Takes one event and returns what is to be done, in order.
    package mutating func handle(_ event: Event, now: Date) -> [Effect] { [] }
}
