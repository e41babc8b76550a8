import Contract
import Timing

// Who is in the room.
extension Room {
    /// Participants that are kept; more are ignored, and counted.
    private static let participantLimit = 4096

    /// Everybody else, by identity.
    package var others: [Participant] { Array(participants.values) }

    /// Takes what the server says of somebody, unless it knew better before. While a session is resumed it may repeat
    /// itself.
    mutating func apply(_ info: Livekit_ParticipantInfo) {
        if lifecycle.attempt == .resume, info.state != .disconnected { note(present: info.sid) }
        guard info.sid != joined?.participantSID else { return applyOwn(info) }
        guard info.identity != joined?.identity else { return }
        let participant = Participant(info)
        let known = participants[info.identity]
        if info.state == .disconnected || info.permission.hidden {
            if let known, known.sid == info.sid { remove(known, as: participant) }
        } else if let known, known.sid == info.sid {
            change(known, to: participant)
        } else {
            if let known { remove(known, as: known.vanished) }
            add(participant)
        }
    }

    /// One of those who are there while the session is resumed; our own entry is never left out.
    private mutating func note(present sid: String) {
        guard resumption.roster.count < Self.participantLimit || sid == joined?.participantSID else { return }
        resumption.roster.insert(sid)
    }

    private mutating func add(_ participant: Participant) {
        guard participants.count < Self.participantLimit else {
            counters.refusedParticipants += 1
            return
        }
        participants[participant.identity] = participant
        emit(.participantJoined(participant))
        startTracks()
    }

    private mutating func change(_ known: Participant, to participant: Participant) {
        guard participant.isNews(after: known, mayRepeat: lifecycle.attempt != nil) else { return }
        participants[participant.identity] = participant
        if participant != known { emit(.participantChanged(participant)) }
        let remaining = Set(participant.tracks.map(\.sid))
        for track in known.tracks where !remaining.contains(track.sid) { forget(track) }
        startTracks()
    }

    private mutating func applyOwn(_ info: Livekit_ParticipantInfo) {
        let newest = Participant(info)
        if let own, !newest.isNews(after: own, mayRepeat: lifecycle.attempt != nil) { return }
        let isChange = own.map { !newest.says($0) } ?? true
        own = newest
        if isChange { emit(.ownChanged(newest)) }
    }

    /// - Parameter last: what the server said of it in the end, and why it left.
    mutating func remove(_ participant: Participant, as last: Participant? = nil) {
        participants[participant.identity] = nil
        forgetData(of: participant)
        participant.tracks.forEach { forget($0) }
        emit(.participantLeft(last ?? participant))
    }

    /// A new list of everybody: who is not on it has left.
    mutating func replaceParticipants(by others: [Livekit_ParticipantInfo]) {
        let present = Set(others.map(\.identity))
        for participant in participants.values where !present.contains(participant.identity) {
            remove(participant, as: participant.vanished)
        }
        others.forEach { apply($0) }
    }

    private mutating func forget(_ track: RemoteTrack) {
        subscriptionExceptions.remove(track.sid)
        end(track)
    }
}
