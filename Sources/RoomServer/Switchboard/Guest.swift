import Contract
import Peer
import Timing
import Wire

/// One participant's session: its socket, its peer connection, what it publishes and hears.
///
/// A class because a peer connection cannot be copied; it never leaves the switchboard that made it.
final class Guest {
    let connection: ConnectionID
    let roomName: String
    var peer: Peer
    /// What the others are told. `version` grows with every change.
    var info: Livekit_ParticipantInfo
    let subscribesAutomatically: Bool
    /// Published or about to be, by track id.
    var tracks: [String: PublishedTrack] = [:]
    /// What it hears, by track id.
    var downlinks: [String: Downlink] = [:]
    /// Tracks waiting for a section, oldest first.
    var waitingTracks: [String] = []
    /// A renegotiation was asked for and has not come.
    var awaitsOffer = false
    /// Track ids it does not want.
    var declined: Set<String> = []
    /// Reliable packets for it until its channels are open; the oldest go first when it overflows.
    var waitingData: [[UInt8]] = []
    /// The last reliable packet number seen from it.
    var lastSequence: UInt32 = 0
    /// Where authentic checks of it came from, oldest first; the oldest goes when there are too many.
    var addresses: [TransportAddress] = []
    var peerTimeout: Instant?
    /// Must be drained.
    var isDirty = true
    var joinDeadline: Instant?

    static let addressLimit = 16

    init(connection: ConnectionID, room: String, peer: consuming Peer, info: Livekit_ParticipantInfo, auto: Bool) {
        self.connection = connection
        roomName = room
        self.peer = peer
        self.info = info
        subscribesAutomatically = auto
    }

    var sid: String { info.sid }
    var identity: String { info.identity }
    var isActive: Bool { info.state == .active }
    var isAgent: Bool { info.permission.agent || info.kind == .agent }
    var isHidden: Bool { info.permission.hidden }

    /// Metadata and name together, and attributes together, in bytes: everybody is told of them again and again.
    static let describedLimit = 64 << 10

    /// Whether its description stays within the limits with this update.
    func mayBecome(_ update: Livekit_UpdateParticipantMetadata) -> Bool {
        let attributes = info.attributes.merging(update.attributes) { _, new in new }
        let size = attributes.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        return size <= Self.describedLimit
            && update.metadata.utf8.count + update.name.utf8.count <= Self.describedLimit
    }

    func publishedTrack(mid: String) -> String? {
        tracks.first { $0.value.mid == mid }?.key
    }

    /// What a participant is told of this one now: only tracks that are negotiated.
    func snapshot() -> Livekit_ParticipantInfo {
        var snapshot = info
        snapshot.tracks = tracks.values.filter { $0.mid != nil }.map(\.info).sorted { $0.sid < $1.sid }
        snapshot.isPublisher = !snapshot.tracks.isEmpty
        return snapshot
    }
}
