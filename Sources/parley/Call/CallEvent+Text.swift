import Room

extension CallEvent {
    /// A transcript as LiveKit's agents publish them: text streams of the topic `lk.transcription`, sent in the name of
    /// whoever spoke, with the attribute `lk.transcription_final`. `nil` for any other text, and for none.
    init?(_ message: TextMessage, caller identity: String) {
        guard message.stream.topic == DataTopic.transcription, !message.text.isEmpty else { return nil }
        let role: Role = message.stream.participantIdentity == identity ? .user : .assistant
        let isFinal = message.stream.attributes["lk.transcription_final"] != "false"
        self = .transcript(role: role, text: message.text, isFinal: isFinal)
    }
}
