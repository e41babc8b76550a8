package import Conversation
import Document

/// Document 004's simulated check: waits 5 to 25 seconds and finds somebody, or not. The outcome follows from the seed
/// and the task's id alone.
package struct SimulatedResponder: HumanResponder {
    private let seed: UInt64
    private let delay: ClosedRange<Double>
    private let availability: Double
    private let names: [String]
    private let sleep: @Sendable (Duration) async throws -> Void

    /// - Parameters:
    ///   - delay: Seconds.
    ///   - availability: How often somebody is free, 0…1.
    package init(
        seed: UInt64 = 4, delay: ClosedRange<Double> = 5...25, availability: Double = 0.6,
        names: [String] = ["Sarah", "Michael", "Emily", "James"],
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.seed = seed
        self.delay = delay
        self.availability = availability
        self.names = names
        self.sleep = sleep
    }

    package func check(_ task: BackgroundTask) async throws -> HumanAnswer {
        var random = SplitMix(seed: seed ^ FNV1a.hash(task.taskID.utf8))
        let wait = Double.random(in: delay, using: &random)
        let isAvailable = Double.random(in: 0..<1, using: &random) < availability
        let name = names.randomElement(using: &random) ?? "Sarah"
        try await sleep(.seconds(wait))
        return isAvailable ? .available(name: name) : .callback
    }
}
