/// How long a scripted caller waits.
enum CallPatience {
    /// For the agent to come and say its first words.
    static let greeting = Duration.seconds(20)
    /// For an answer to begin.
    static let answer = Duration.seconds(15)
    /// For the agent to finish.
    static let end = Duration.seconds(40)
    /// The agent's silence that means that it has finished.
    static let pause = Duration.milliseconds(900)
    /// For the agent to leave after a goodbye.
    static let goodbye = Duration.seconds(8)
    /// How often a caller looks.
    static let glance = Duration.milliseconds(20)
}

extension Telephone {
    /// Looks until the condition holds; whether it did in time, before the call was over.
    func waits(_ limit: Duration, until condition: @Sendable (isolated Telephone) -> Bool) async -> Bool {
        let clock = ContinuousClock()
        let deadline = clock.now + limit
        while !condition(self) {
            guard clock.now < deadline, !isOver else { return condition(self) }
            try? await Task.sleep(for: CallPatience.glance)
        }
        return true
    }

    /// Waits for the agent to finish what it is saying.
    func waitForQuiet(_ pause: Duration = CallPatience.pause) async -> Bool {
        await waits(CallPatience.end) { $0.isQuiet(for: pause) }
    }
}
