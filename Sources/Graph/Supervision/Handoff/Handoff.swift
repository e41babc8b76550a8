package import FoundationEssentials

/// A call on its way to a person (control API §10.7):
/// `requested → queued → offered → accepted → bridging → active → wrap_up → completed`.
///
/// Declined or not answered in 20 s it is queued again, for somebody else; with nobody there it becomes a callback. Each step
/// raises `version`: whoever stores it writes only over the version that was read.
package struct Handoff: Hashable, Sendable, Codable {
    package enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case requested, queued, offered, accepted, bridging, active
        case wrapUp = "wrap_up"
        case completed
        case callbackScheduled = "callback_scheduled"
        case voicemailNote = "voicemail_note"
        case cancelled

        /// Nobody has it yet.
        package var isWaiting: Bool { self == .requested || self == .queued || self == .offered }
        /// Nothing follows.
        package var isOver: Bool {
            [.completed, .callbackScheduled, .voicemailNote, .cancelled].contains(self)
        }
        /// An operator is busy with it.
        package var isHandled: Bool { !isWaiting && !isOver }
    }

    /// From the least urgent to the most.
    package enum Priority: Int, Hashable, Sendable, Codable, Comparable, CaseIterable {
        case low = -1, normal, high, urgent

        package static func < (one: Priority, other: Priority) -> Bool { one.rawValue < other.rawValue }
    }

    /// Seconds an operator has to answer an offer.
    package static let offerTime: TimeInterval = 20

    /// `hof_` and 26 characters.
    package let id: String
    package let session: String
    package let workspace: String
    package let reason: String
    package let priority: Priority
    /// What the operator must know.
    package let skills: Set<String>
    /// The one person it is for, if it is for one.
    package let wanted: String?
    /// For whoever comes.
    package let message: String?
    /// The caller waits for the person.
    package let isBlocking: Bool
    package let requestedAt: Date

    package internal(set) var state = State.requested
    package internal(set) var version = 1
    /// To whom it is offered, or who has it.
    package internal(set) var `operator`: String?
    /// Who declined it, or let it pass.
    package internal(set) var passed: Set<String> = []
    package internal(set) var offeredAt: Date?
    package internal(set) var acceptedAt: Date?
    package internal(set) var activeAt: Date?
    package internal(set) var completedAt: Date?
    package internal(set) var disposition: Disposition?
    package internal(set) var notes: String?
    package internal(set) var followUps: [String] = []

    package init(
        id: String, session: String, workspace: String = Workspace.first, reason: String, priority: Priority = .normal,
        skills: Set<String> = [], wanted: String? = nil, message: String? = nil, isBlocking: Bool = false, at now: Date
    ) {
        self.id = id
        self.session = session
        self.workspace = workspace
        self.reason = reason
        self.priority = priority
        self.skills = skills
        self.wanted = wanted
        self.message = message
        self.isBlocking = isBlocking
        requestedAt = now
    }
}

extension Handoff.Priority {
    /// `low`, `normal`, `high` or `urgent`.
    package var name: String {
        switch self {
        case .low: "low"
        case .normal: "normal"
        case .high: "high"
        case .urgent: "urgent"
        }
    }

    package init?(_ name: String) {
        guard let priority = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = priority
    }

    /// The nearest to a number; 0 is `normal`.
    package init(nearest number: Int) {
        self = Self(rawValue: min(max(number, Self.low.rawValue), Self.urgent.rawValue)) ?? .normal
    }
}
