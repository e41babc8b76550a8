import Contract
import Peer
import Timing
import Token

/// One participant's session: its socket, its peer connections, what it publishes and hears.
///
/// A class because it is known under several keys; it never leaves the switchboard that made it.
final class Guest {
    /// Its socket; `nil` while that is gone and may come back.
    var connection: ConnectionID?
    let roomName: String
    /// What the guest sends on, and what it hears on: one and the same with a single peer connection.
    let uplink: Leg
    let downlink: Leg
    /// What the others are told. `version` grows with every change.
    var info: Livekit_ParticipantInfo
    /// What its token says; its successors say the same.
    let claims: Claims
    let subscribesAutomatically: Bool
    /// Published or about to be, by track id.
    var tracks: [String: PublishedTrack] = [:]
    /// What it hears, by track id.
    var subscriptions: [String: Subscription] = [:]
    /// Tracks waiting for a section, oldest first.
    var waitingTracks: [String] = []
    /// Track ids it does not want.
    var declined: Set<String> = []
    var negotiation = Negotiation()
    var waitingData = ReliableQueue()
    var recentData = RecentData()
    /// The last reliable packet number seen from it.
    var lastSequence: UInt32 = 0
    /// Participants that left while its socket was gone; the oldest go when there are too many.
    var missedDepartures: [Livekit_ParticipantInfo] = []
    var joinDeadline: Instant?
    /// Until when it may come back with another socket.
    var absenceDeadline: Instant?
    var nextToken: Instant?

    static let departureLimit = 200

    init(_ admission: Admission, info: Livekit_ParticipantInfo, uplink: Leg, downlink: Leg) {
        roomName = admission.room
        claims = admission.claims
        subscribesAutomatically = admission.join.connectionSettings.autoSubscribe
        self.info = info
        self.uplink = uplink
        self.downlink = downlink
    }

    var sid: String { info.sid }
    var identity: String { info.identity }
    var isActive: Bool { info.state == .active }
    var isAgent: Bool { info.permission.agent || info.kind == .agent }
    var isHidden: Bool { info.permission.hidden }
    /// Two peer connections: the older form of signalling.
    var isDual: Bool { uplink !== downlink }
    var legs: [Leg] { isDual ? [uplink, downlink] : [uplink] }
    /// The connection that decides whether it is here.
    var isConnected: Bool { downlink.peer.isConnected }
    /// Its datagrams have stopped.
    var isSilent: Bool { downlink.peer.liveRemote == nil }

    func leg(_ target: Livekit_SignalTarget) -> Leg { target == .subscriber ? downlink : uplink }

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
