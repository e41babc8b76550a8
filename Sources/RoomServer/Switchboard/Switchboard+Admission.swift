import Contract
import Foundation
import SwiftProtobuf
package import Token

// Who may come in: checked before a socket is opened, and for those who only ask.
extension Switchboard {
    package func admit(_ request: GuestRequest) throws(JoinRefusal) -> Admission {
        guard request.isDual || configuration.offersSinglePeer else { throw .notFound }
        var claims = try verify(request.token)
        guard var grant = claims.video, grant.roomJoin else {
            throw .unauthorized("the token does not grant joining a room")
        }
        guard !claims.identity.isEmpty, !grant.room.isEmpty else {
            throw .badRequest("the token names no identity or no room")
        }
        if request.isDual, let name = request.query["publish"], !name.isEmpty {
            claims.identity += "#\(name)"
            grant.canSubscribe = false
            claims.video = grant
        }
        guard claims.identity.utf8.count <= 256, grant.room.utf8.count <= 256 else {
            throw .badRequest("identity and room are at most 256 bytes")
        }
        let join = try joinRequest(of: request)
        try check(join, against: claims)
        if let hosted = rooms[grant.room], hosted.guests.count >= limit(of: hosted), !join.reconnect,
            hosted.guest(identity: claims.identity) == nil
        {
            throw JoinRefusal(status: 429, text: "the room is full")
        }
        return Admission(claims: claims, room: grant.room, join: join, isDual: request.isDual)
    }

    private func limit(of room: HostedRoom) -> Int {
        room.info.maxParticipants > 0 ? Int(room.info.maxParticipants) : configuration.participantLimit
    }

    package func verify(_ token: String?) throws(JoinRefusal) -> Claims {
        guard let token else { throw .unauthorized("no access token") }
        do {
            let secrets = configuration.secrets
            return try AccessToken.verify(token, now: date) { secrets[$0] }
        } catch {
            throw .unauthorized("invalid access token: \(error)")
        }
    }

    private func joinRequest(of request: GuestRequest) throws(JoinRefusal) -> Livekit_JoinRequest {
        if request.isDual {
            guard let join = Livekit_JoinRequest(query: request.query) else {
                throw .badRequest("attributes cannot be decoded")
            }
            return join
        }
        guard let text = request.joinRequest else { throw .badRequest("join_request is required") }
        guard let join = decode(text) else { throw .badRequest("join_request cannot be decoded") }
        return join
    }

    /// base64 of a wrapped join request; compressed ones are inflated.
    private func decode(_ text: String) -> Livekit_JoinRequest? {
        guard let bytes = Data(base64URL: text),
            let wrapped = try? Livekit_WrappedJoinRequest(serializedBytes: bytes)
        else { return nil }
        guard wrapped.compression == .gzip else {
            return try? Livekit_JoinRequest(serializedBytes: wrapped.joinRequest)
        }
        guard let inflated = Gzip.inflate([UInt8](wrapped.joinRequest), limit: 1 << 20) else { return nil }
        return try? Livekit_JoinRequest(serializedBytes: inflated)
    }

    /// What a guest says of itself must be its to say, and within the limits.
    private func check(_ join: Livekit_JoinRequest, against claims: Claims) throws(JoinRefusal) {
        guard !join.metadata.isEmpty || !join.participantAttributes.isEmpty else { return }
        guard claims.video?.mayUpdateOwnMetadata == true else {
            throw .unauthorized("the token does not grant updating one's own metadata")
        }
        let attributes = claims.attributes.merging(join.participantAttributes) { _, new in new }
        guard Guest.mayDescribe(metadata: join.metadata, name: "", attributes: attributes) else {
            throw .badRequest("metadata or attributes are too large")
        }
    }
}
