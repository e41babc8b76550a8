import Contract
import Peer
import SCTP
import Secure
import Timing
import Token

// Letting guests in.
extension Switchboard {
    /// The socket of an admitted guest is open: the session begins, or goes on.
    package mutating func enter(_ admission: Admission, on connection: ConnectionID) {
        guard !admission.join.reconnect else { return resume(admission, on: connection) }
        let isNewRoom = ensureRoom(admission.room, configuration: admission.claims.roomConfiguration)
        if let older = rooms[admission.room]?.guest(identity: admission.claims.identity) {
            evict(older, reason: .duplicateIdentity)
        }
        let guest = makeGuest(admission)
        guests[guest.sid] = guest
        rooms[admission.room]?.guests[guest.sid] = guest
        attach(guest, to: connection)
        for leg in guest.legs { learnName(of: leg) }
        if !guest.isAgent { rooms[admission.room]?.closesAt = nil }
        send(.join(joinResponse(for: guest)), to: guest)
        sendToken(to: guest)
        announce(guest)
        negotiateFirst(admission.join, of: guest)
        if isNewRoom || !guest.isAgent {
            dispatchAgents(to: admission.room, claims: admission.claims, isNew: isNewRoom)
        }
        offerJobs(.jtParticipant, for: guest)
    }

    /// Describes the connections for the first time: as the guest offered, or, with two of them, with an offer that has
    /// data only, whether or not there is something to hear.
    private mutating func negotiateFirst(_ join: Livekit_JoinRequest, of guest: Guest) {
        for request in join.addTrackRequests { addTrack(request, of: guest) }
        if guest.isDual { offer(to: guest) }
        if guest.subscribesAutomatically, guest.info.permission.canSubscribe {
            for other in everyone(in: guest.roomName, except: guest.sid) {
                guest.waitingTracks += other.tracks.filter { $0.value.mid != nil }.keys.sorted()
            }
        }
        if join.hasPublisherOffer, !guest.isDual { answer(join.publisherOffer, of: guest) }
        if guest.isDual, !guest.waitingTracks.isEmpty { renegotiate(guest) }
    }

    mutating func attach(_ guest: Guest, to connection: ConnectionID) {
        guest.connection = connection
        guestByConnection[connection] = guest
    }

    private mutating func makeGuest(_ admission: Admission) -> Guest {
        let info = makeInfo(admission)
        let uplink = Leg(of: info.sid, peer: makePeer(.answerer))
        var downlink = uplink
        if admission.isDual {
            downlink = Leg(of: info.sid, peer: makePeer(.offerer))
            downlink.peer.openChannel(DataLabel.reliable, reliability: .reliable, ordered: true)
            downlink.peer.openChannel(DataLabel.lossy, reliability: .lossy(maxRetransmits: 0), ordered: false)
        }
        let guest = Guest(admission, info: info, uplink: uplink, downlink: downlink)
        guest.joinDeadline = now + Self.joinTimeout
        return guest
    }

    private mutating func makeInfo(_ admission: Admission) -> Livekit_ParticipantInfo {
        let claims = admission.claims
        var info = Livekit_ParticipantInfo()
        info.sid = newID(.participant)
        info.identity = claims.identity
        info.name = claims.name ?? ""
        info.state = .joined
        info.version = 1
        info.joinedAt = wallClock / 1000
        info.joinedAtMs = wallClock
        info.kind = claims.kind == .agent ? .agent : .standard
        info.clientProtocol = admission.join.clientInfo.clientProtocol
        info.metadata = admission.join.metadata.isEmpty ? claims.metadata ?? "" : admission.join.metadata
        info.attributes = claims.attributes.merging(admission.join.participantAttributes) { _, new in new }
        info.permission = (claims.video ?? VideoGrant()).permission
        return info
    }

    private mutating func makePeer(_ role: PeerConfiguration.Role) -> Peer {
        var peer = Peer(
            PeerConfiguration(role: role, mode: .lite, certificate: configuration.certificate, random: random),
            now: now)
        _ = random.next() as UInt64
        for (index, address) in configuration.addresses.enumerated() {
            peer.addLocalAddress(address, preference: UInt16(65_535 - min(index, 1000)), now: now)
        }
        for (index, address) in configuration.streamAddresses.enumerated() {
            peer.addPassiveAddress(address, preference: UInt16(65_535 - min(index, 1000)), now: now)
        }
        return peer
    }

    private func joinResponse(for guest: Guest) -> Livekit_JoinResponse {
        var join = Livekit_JoinResponse()
        if let room = rooms[guest.roomName] { join.room = snapshot(of: room) }
        join.participant = guest.snapshot()
        join.otherParticipants = everyone(in: guest.roomName, except: guest.sid).filter { !$0.isHidden }
            .map { $0.snapshot() }
        join.pingInterval = 5
        join.pingTimeout = 15
        join.subscriberPrimary = guest.isDual
        join.fastPublish = true
        join.iceServers = iceServers
        join.clientConfiguration = clientConfiguration
        join.serverInfo = Self.serverInfo
        join.serverVersion = Self.serverInfo.version
        var opus = Livekit_Codec()
        opus.mime = "audio/opus"
        join.enabledPublishCodecs = [opus]
        return join
    }
}
