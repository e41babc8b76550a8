import Contract
import Timing

/// A room and who is in it.
struct HostedRoom {
    var info: Livekit_Room
    /// By session id.
    var guests: [String: Guest] = [:]
    /// When it ends unless somebody other than an agent comes: agents keep no room open.
    var closesAt: Instant?
    /// Explicit dispatches that were asked for.
    var dispatches: [Livekit_AgentDispatch] = []

    /// Somebody other than agents is here.
    var isOccupied: Bool { guests.values.contains { !$0.isAgent } }

    func guest(identity: String) -> Guest? {
        guests.values.first { $0.identity == identity }
    }
}
