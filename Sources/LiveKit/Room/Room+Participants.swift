import Contract
package import Timing

// Who is in the room.
extension Room {
    /// Everybody else, by identity.
    package var others: [Participant] { Array(participants.values) }

    mutating func apply(_ info: Livekit_ParticipantInfo) {
        guard info.sid != joined?.participantSID, info.identity != joined?.identity else { return }
        let participant = Participant(info)
        let known = participants[info.identity]
        if info.state == .disconnected {
            if let known, known.sid == info.sid { remove(known, as: participant) }
            return
        }
        if let known, known.sid == participant.sid {
            guard participant.version >= known.version else { return }
            participants[info.identity] = participant
            emit(.participantChanged(participant))
            endMissingTracks(of: participant, known)
        } else {
            if let known { remove(known) }
            participants[info.identity] = participant
            emit(.participantJoined(participant))
        }
        startTracks()
    }

    /// - Parameter last: what the server said of it in the end, and why it left.
    mutating func remove(_ participant: Participant, as last: Participant? = nil) {
        participants[participant.identity] = nil
        forgetData(of: participant)
        participant.tracks.forEach { end($0) }
        emit(.participantLeft(last ?? participant))
    }

    private mutating func endMissingTracks(of participant: Participant, _ before: Participant) {
        let remaining = Set(participant.tracks.map(\.sid))
        for track in before.tracks where !remaining.contains(track.sid) { end(track) }
    }

    /// Sets attributes of our own participant; the others are kept. Needs the grant `canUpdateOwnMetadata`.
    package mutating func setAttributes(_ attributes: [String: String], now instant: Instant) {
        now = max(now, instant)
        guard phase == .connecting || phase == .connected else { return }
        var update = Livekit_UpdateParticipantMetadata()
        update.attributes = attributes
        signal(.updateMetadata(update))
    }
}
