/// A command that has its final outcome: remembered, so that it changes nothing when it comes again.
struct SettledCommand: Hashable, Sendable, Codable {
    let id: String
    let outcome: CommandOutcome
    /// Its outcome may not be in the log: another process gave it and was lost.
    var isUncertain = false
}
