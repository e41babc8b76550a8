package import Timing

/// When the agent last gave way, for whoever measures how soon it does.
package struct BargeInMoments: Hashable, Sendable {
    /// Its voice went down.
    package internal(set) var duckedAt: Instant?
    /// It stopped, for the time being.
    package internal(set) var heldAt: Instant?
    /// It went on.
    package internal(set) var resumedAt: Instant?
    /// What it had still to say was dropped.
    package internal(set) var clearedAt: Instant?
}
