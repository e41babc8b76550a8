import ControlAPI
import Conversation
import Document
import Foundation
import Testing
import Token

@Suite("Voice tokens", .timeLimit(.minutes(1)))
struct VoiceTokenTests {
    private let access = VoiceAccess(
        url: "ws://127.0.0.1:7880", apiKey: "devkey", apiSecret: "secret", agentName: "parley")

    @Test("a token opens the session's room, for a microphone, for ten minutes, and asks for the agent")
    func token() async throws {
        try await RunningServer.with(voice: access) { server in
            try await server.session("sess_a")
            let answer = try await server.post("/api/voice/token", ["session_id": "sess_a"])
            #expect(answer.status == 200)
            #expect(answer.json["url"] == "ws://127.0.0.1:7880")
            #expect(answer.json["room"] == "sess_a")
            let claims = try AccessToken.verify(answer.json["token"]?.string ?? "", now: Date()) { key in
                key == "devkey" ? "secret" : nil
            }
            #expect(claims.identity == answer.json["identity"]?.string)
            #expect(claims.video?.room == "sess_a")
            #expect(claims.video?.roomJoin == true)
            #expect(claims.video?.canPublishSources == ["microphone"])
            #expect(claims.roomConfiguration?.agents?.map(\.agentName) == ["parley"])
            #expect(claims.expiry.map { (500...600).contains($0.timeIntervalSinceNow) } == true)
        }
    }

    @Test(
        "who consents to a recording says so in the room, and nobody else does",
        arguments: [(true, "true"), (false, nil), (nil, nil)] as [(Bool?, String?)])
    func recordingConsent(consent: Bool?, attribute: String?) async throws {
        try await RunningServer.with(voice: access) { server in
            try await server.session("sess_a")
            var body: [String: JSON] = ["session_id": "sess_a"]
            body["recording_consent"] = consent.map { .bool($0) }
            let answer = try await server.post("/api/voice/token", .object(body))
            let claims = try AccessToken.verify(answer.json["token"]?.string ?? "", now: Date()) { _ in "secret" }
            #expect(claims.attributes["parley.recording_consent"] == attribute)
        }
    }

    @Test("an ended session gets no token")
    func ended() async throws {
        try await RunningServer.with(voice: access) { server in
            try await server.session("sess_a", endedBecause: "goodbye")
            let answer = try await server.post("/api/voice/token", ["session_id": "sess_a"])
            #expect(answer.status == 409)
        }
    }

    @Test("without a LiveKit server there is no token, and the answer says so")
    func noVoice() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            let answer = try await server.post("/api/voice/token", ["session_id": "sess_a"])
            #expect(answer.status == 503)
            #expect(answer.json["code"] == "worker-unavailable")
        }
    }
}
