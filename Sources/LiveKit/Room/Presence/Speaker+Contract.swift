import Contract

extension Speaker {
    init(_ info: Livekit_SpeakerInfo) {
        self.init(participantSID: info.sid, level: info.level, isActive: info.active)
    }
}
