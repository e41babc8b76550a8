package import FoundationEssentials

/// Which entries of the audit are wanted; `nil` means all.
package struct AuditQuery: Hashable, Sendable {
    package var actor: String?
    /// An action, or the beginning of one before a dot: `user` finds `user.created`.
    package var action: String?
    package var target: String?
    /// From this moment on.
    package var from: Date?
    /// Before this moment.
    package var to: Date?
    /// Only what is older than this sequence number: where the page before ended.
    package var before: Int?
    /// At most 200.
    package var limit = 50

    package init() {}
}
