package import FoundationEssentials

/// What a process that takes calls says of itself.
package struct WorkerReport: Hashable, Sendable, Codable {
    /// The process, as holdings name it.
    package var id: String
    /// Calls it takes at most.
    package var capacity: Int
    /// Of the processor, from 0 to 1.
    package var load: Double
    /// Calls it has.
    package var calls: Int
    /// Whether it takes no more.
    package var isDraining: Bool

    /// Seconds until a worker counts as gone that did not report again; it does so every five.
    package static let lifetime: TimeInterval = 15

    package init(id: String, capacity: Int, load: Double, calls: Int, isDraining: Bool = false) {
        self.id = id
        self.capacity = capacity
        self.load = load
        self.calls = calls
        self.isDraining = isDraining
    }
}
