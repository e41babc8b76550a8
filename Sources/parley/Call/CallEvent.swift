/// What a call reports.
enum CallEvent: Hashable, Sendable {
    case joined(room: String, identity: String, server: String)
    case agentJoined(identity: String)
    /// The caller begins to say a line.
    case speaking(line: Int, name: String)
    case agentAudioStart
    /// So long after the first packet the last loud one came.
    case agentAudioStop(after: Duration)
    case transcript(role: Role, text: String, isFinal: Bool)
    /// From the last loud frame of the caller to the first loud packet of the agent; negative when it cut in.
    case answer(line: Int, name: String, reply: Duration)
    /// From the caller's first loud frame to the agent's last loud packet; `nil` when it had finished by itself.
    case bargeIn(line: Int, stop: Duration?)
    case ended(CallEnding, answered: Int, lines: Int)

    /// Whose words a transcript holds.
    enum Role: String, Hashable, Sendable {
        case user, assistant
    }
}
