import Contract
import Timing

/// A job on its way to a worker, or with one.
struct PlacedJob {
    var job: Livekit_Job
    let room: String
    let worker: ConnectionID
    /// Until when the worker must answer; `nil` once it has.
    var deadline: Instant?
    /// When its worker lost its socket.
    var orphaned: Instant?
    /// Workers that were asked already.
    var asked: Set<ConnectionID>

    func isFor(_ identity: String, in room: String) -> Bool {
        self.room == room && job.state.participantIdentity == identity
    }

    /// Whether this participant is what the job is about.
    func concerns(_ guest: Guest) -> Bool {
        room == guest.roomName && job.hasParticipant && job.participant.sid == guest.sid
    }
}
