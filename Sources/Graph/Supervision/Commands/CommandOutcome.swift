/// How far a command has come.
package struct CommandOutcome: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        case accepted, queued
        case applied, rejected, expired, superseded, cancelled, failed

        package var isFinal: Bool { self != .accepted && self != .queued }
    }

    package var status: Status
    /// Why, for whatever did not apply: a slug such as `control-held`, `stale-turn`, `mode`, `session-ended`.
    package var reason: String?
    /// The turn it affected.
    package var turn: Int?
    /// What it did, such as `stopped`, `spoken`, `consumed`.
    package var effect: String?
    /// The words the caller heard of what was said or cut off.
    package var heard: String?
    /// Commands that stand beside it or took its place.
    package var related: [String]

    package init(
        _ status: Status, reason: String? = nil, turn: Int? = nil, effect: String? = nil, heard: String? = nil,
        related: [String] = []
    ) {
        self.status = status
        self.reason = reason
        self.turn = turn
        self.effect = effect
        self.heard = heard
        self.related = related
    }
}
