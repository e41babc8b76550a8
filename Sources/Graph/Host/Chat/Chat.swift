/// A chat that this process holds.
struct Chat: Sendable {
    let host: ConversationHost
    let desk: ControlDesk
    /// Ends with the session, or when another process has it.
    let work: Task<Void, Never>
}
