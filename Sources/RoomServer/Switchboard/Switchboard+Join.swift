import Contract
import Timing
import Foundation
import Peer
import SDP
import SwiftProtobuf
package import Token

// Letting guests in.
extension Switchboard {
    /// Checks a request to join before its socket is opened.
    /// - Parameter joinRequest: the `join_request` query parameter.
    package func admit(token: String?, joinRequest: String?) throws(JoinRefusal) -> Admission {
        let claims = try verify(token)
        guard let grant = claims.video, grant.roomJoin else {
            throw .unauthorized("the token does not grant joining a room")
        }
        let room = grant.room
        guard !claims.identity.isEmpty, !room.isEmpty else {
            throw .badRequest("the token names no identity or no room")
        }
        guard claims.identity.utf8.count <= 256, room.utf8.count <= 256 else {
            throw .badRequest("identity and room are at most 256 bytes")
        }
        guard let joinRequest else { throw .badRequest("join_request is required") }
        guard let join = decode(joinRequest) else { throw .badRequest("join_request cannot be decoded") }
        if let hosted = rooms[room], hosted.guests.count >= limit(of: hosted) {
            throw JoinRefusal(status: 429, text: "the room is full")
        }
        return Admission(claims: claims, room: room, join: join)
    }

    private func limit(of room: HostedRoom) -> Int {
        room.info.maxParticipants > 0 ? Int(room.info.maxParticipants) : configuration.participantLimit
    }

    package func verify(_ token: String?) throws(JoinRefusal) -> Claims {
        guard let token else { throw .unauthorized("no access token") }
        do {
            let secrets = configuration.secrets
            let date = Date(timeIntervalSince1970: Double(wallClock) / 1000)
            return try AccessToken.verify(token, now: date) { secrets[$0] }
        } catch {
            throw .unauthorized("invalid access token: \(error)")
        }
    }

    /// base64 of a wrapped join request, in either alphabet, padded or not; compressed ones are inflated.
    private func decode(_ text: String) -> Livekit_JoinRequest? {
        var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: base64),
            let wrapped = try? Livekit_WrappedJoinRequest(serializedBytes: bytes)
        else { return nil }
        guard wrapped.compression == .gzip else {
            return try? Livekit_JoinRequest(serializedBytes: wrapped.joinRequest)
        }
        guard let inflated = Gzip.inflate([UInt8](wrapped.joinRequest), limit: 1 << 20) else { return nil }
        return try? Livekit_JoinRequest(serializedBytes: inflated)
    }

    /// The socket of an admitted guest is open: the session begins.
    package mutating func enter(_ admission: Admission, on connection: ConnectionID) {
        guard !admission.join.reconnect else { return refuseResumption(on: connection) }
        let isNewRoom = ensureRoom(admission.room, configuration: admission.claims.roomConfiguration)
        if let older = rooms[admission.room]?.guest(identity: admission.claims.identity) {
            evict(older, reason: .duplicateIdentity)
        }
        let guest = makeGuest(admission, on: connection)
        guests[connection] = guest
        guestByName[guest.peer.localName] = guest
        rooms[admission.room]?.guests[guest.sid] = guest
        if !guest.isAgent { rooms[admission.room]?.closesAt = nil }
        send(.join(joinResponse(for: guest)), to: guest)
        announce(guest)
        for request in admission.join.addTrackRequests { addTrack(request, of: guest) }
        if guest.subscribesAutomatically, guest.info.permission.canSubscribe {
            for other in everyone(in: guest.roomName, except: guest.sid) {
                guest.waitingTracks += other.tracks.filter { $0.value.mid != nil }.keys.sorted()
            }
        }
        if admission.join.hasPublisherOffer { answer(admission.join.publisherOffer, of: guest) }
        if isNewRoom || !guest.isAgent {
            dispatchAgents(to: admission.room, claims: admission.claims, isNew: isNewRoom)
        }
    }

    /// Sessions are never resumed: the client connects anew at once.
    private mutating func refuseResumption(on connection: ConnectionID) {
        var leave = Livekit_LeaveRequest()
        leave.reason = .stateMismatch
        leave.action = .reconnect
        leave.canReconnect = true
        var response = Livekit_SignalResponse()
        response.leave = leave
        guard let bytes: [UInt8] = try? response.serializedBytes() else { return }
        outbox.append(.send(connection, bytes))
        outbox.append(.close(connection))
    }

    private mutating func makeGuest(_ admission: Admission, on connection: ConnectionID) -> Guest {
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
        info.metadata = claims.metadata ?? ""
        info.attributes = claims.attributes
        info.permission = (claims.video ?? VideoGrant()).permission
        if info.permission.canUpdateMetadata {
            if !admission.join.metadata.isEmpty { info.metadata = admission.join.metadata }
            info.attributes.merge(admission.join.participantAttributes) { _, new in new }
        }
        var peer = Peer(
            PeerConfiguration(role: .answerer, mode: .lite, certificate: configuration.certificate, random: random), now: now)
        _ = random.next() as UInt64
        for (index, address) in configuration.addresses.enumerated() {
            peer.addLocalAddress(address, preference: UInt16(65_535 - min(index, 1000)), now: now)
        }
        let guest = Guest(
            connection: connection, room: admission.room, peer: peer, info: info,
            auto: admission.join.connectionSettings.autoSubscribe)
        guest.joinDeadline = now + Self.joinTimeout
        return guest
    }

    private func joinResponse(for guest: Guest) -> Livekit_JoinResponse {
        var join = Livekit_JoinResponse()
        if let room = rooms[guest.roomName] { join.room = snapshot(of: room) }
        join.participant = guest.snapshot()
        join.otherParticipants = everyone(in: guest.roomName, except: guest.sid).filter { !$0.isHidden }
            .map { $0.snapshot() }
        join.pingInterval = 5
        join.pingTimeout = 15
        join.subscriberPrimary = false
        join.fastPublish = true
        join.serverInfo = Self.serverInfo
        join.serverVersion = Self.serverInfo.version
        join.clientConfiguration.resumeConnection = .disabled
        var opus = Livekit_Codec()
        opus.mime = "audio/opus"
        join.enabledPublishCodecs = [opus]
        return join
    }

    static let serverInfo: Livekit_ServerInfo = {
        var info = Livekit_ServerInfo()
        info.edition = .standard
        info.version = "1.9.0"
        info.protocol = 16
        info.nodeID = "ND_parley"
        info.agentProtocol = 1
        return info
    }()
}
