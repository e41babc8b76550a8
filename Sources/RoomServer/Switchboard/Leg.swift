import Contract
import Peer
import Timing

/// One peer connection of a guest: the only one, or one for each direction.
///
/// A class because a peer connection cannot be copied; it never leaves the switchboard that made it.
final class Leg {
    /// The session it belongs to.
    let guestSID: String
    var peer: Peer
    /// The ICE names it answers to, oldest first: before a restart has finished, checks still carry the former one.
    var names: [String] = []
    /// Where authentic checks of it came from, oldest first; the oldest goes when there are too many.
    var sources: [Source] = []
    var timeout: Instant?
    /// Must be drained.
    var isDirty = true

    static let nameLimit = 2
    static let sourceLimit = 16

    init(of guestSID: String, peer: consuming Peer) {
        self.guestSID = guestSID
        self.peer = peer
    }
}
