import Conversation
import Document
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Token

extension Routes {
    /// `POST /api/voice/token` `{session_id}` → a token for the session's room and for nothing else.
    ///
    /// The room is the session's id, so a worker that is sent into the room knows the session.
    func addVoice(to endpoints: inout Endpoints) {
        endpoints.on(.post, "/api/voice/token") { request, _ in
            let body = try await request.object(limit: configuration.bodyLimit)
            let session = try await sessions.live(try body.text("session_id", limit: 128))
            guard let access = configuration.voice else { throw Problem.noVoice }
            let now = Date()
            let room = session.room ?? session.id
            let identity = "caller-\(session.id)"
            let token = try Self.token(identity, room, access).signed(
                key: access.apiKey, secret: access.apiSecret, now: now, validFor: .seconds(access.tokenLifetime))
            let expiry = now.addingTimeInterval(TimeInterval(access.tokenLifetime))
            return Response(json: [
                "token": .string(token), "url": .string(access.url), "room": .string(room),
                "identity": .string(identity), "expires_at": .string(Self.timestamp(expiry)),
            ])
        }
    }

    /// A caller speaks, listens and sends data; nothing but a microphone may be published.
    private static func token(_ identity: String, _ room: String, _ access: VoiceAccess) -> AccessToken {
        var grant = VideoGrant.join(room)
        grant.canPublish = true
        grant.canPublishSources = ["microphone"]
        grant.canSubscribe = true
        grant.canPublishData = true
        let agents = access.agentName.map { [RoomConfiguration.AgentDispatch(agentName: $0)] }
        return AccessToken(
            identity: identity, name: "Caller", grants: grant,
            roomConfiguration: agents.map { RoomConfiguration(agents: $0) })
    }
}
