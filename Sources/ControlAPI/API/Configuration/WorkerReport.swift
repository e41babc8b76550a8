package import Foundation

/// One voice worker.
package struct WorkerReport: Hashable, Sendable {
    package let id: String
    package var isDraining: Bool
    /// Calls it takes at most, and has.
    package var capacity: Int
    package var active: Int
    /// When it was last heard of.
    package var seenAt: Date

    package init(id: String, isDraining: Bool, capacity: Int, active: Int, seenAt: Date) {
        self.id = id
        self.isDraining = isDraining
        self.capacity = capacity
        self.active = active
        self.seenAt = seenAt
    }
}
