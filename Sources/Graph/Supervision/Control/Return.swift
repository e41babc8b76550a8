import FoundationEssentials

/// The agent goes on after having waited, as soon as the floor is free.
struct Return: Hashable, Sendable, Codable {
    enum Origin: String, Hashable, Sendable, Codable {
        case whisper, pause, handoff, lost, takeover, mute
    }

    let origin: Origin
    /// The principal who had it wait.
    let by: String
    /// After a person: their takeover.
    var takeover: Takeover?
    /// Said before the answer.
    let bridge: String?
    /// It is told something that it must answer with.
    var isInstructed = false
    /// It goes on then, even if the caller still speaks.
    var until = Date.distantFuture
    /// It was told to; its first word is awaited until `until`.
    var isAnswering = false
    /// What it was given to answer.
    var held: [HeldTurn] = []
    /// The graph was asked, not only the bridge said.
    var asksGraph = false
}
