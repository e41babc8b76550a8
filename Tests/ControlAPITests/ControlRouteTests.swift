import Access
import Conversation
import ControlAPI
import Document
import Foundation
import Store
import Supervision
import Testing
import Token

@Suite("Lease and attachments", .timeLimit(.minutes(1)))
struct ControlRouteTests {
    private static let voice = VoiceAccess(url: "ws://127.0.0.1:1", apiKey: "devkey", apiSecret: "secret")

    @Test("the lease is the holder's to give, and the session shows who has it")
    func lease() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            try await ScriptedHolder.with("sess_a", server.exchange) {
                let answer = try await server.request("PUT", "/api/sessions/sess_a/control-lease", "{\"ttl_s\":30}")
                #expect(answer.status == 200)
                #expect(answer.json["holder"] == "anonymous")
                let view = try await server.request("GET", "/api/sessions/sess_a").json
                #expect(view["lease"]?["holder"] == "anonymous")
                #expect(try await server.request("DELETE", "/api/sessions/sess_a/control-lease").status == 204)
            }
        }
    }

    @Test("somebody else's lease is a 409 that says whose and until when")
    func held() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            let expiry = Date().addingTimeInterval(20).formatted(.iso8601)
            await server.append(
                .extra(
                    type: "lease",
                    fields: ["holder": ["id": "usr_b", "name": "B"], "expires_at": .string(expiry), "fence": 1]),
                to: "sess_a")
            let refuse: @Sendable (Command) -> CommandOutcome? = { _ in
                CommandOutcome(.rejected, reason: "control-held")
            }
            try await ScriptedHolder.with("sess_a", server.exchange, outcome: refuse) {
                let answer = try await server.request("PUT", "/api/sessions/sess_a/control-lease", "{}")
                #expect(answer.status == 409)
                #expect(answer.json["code"] == "control-held")
                #expect(answer.json["holder"] == "usr_b")
                #expect(answer.json["expires_at"]?.string?.isEmpty == false)
            }
        }
    }

    @Test("who listens is hidden and silent; who is ready to speak has a microphone and nothing else")
    func tokens() async throws {
        try await RunningServer.with(voice: Self.voice) { server in
            try await server.session("sess_a")
            let path = "/api/sessions/sess_a/supervisors"
            let listening = try await server.post(path, ["mode": "monitor"])
            #expect(listening.status == 201)
            let monitor = try Self.claims(listening)
            #expect(monitor.video?.hidden == true)
            #expect(monitor.video?.mayPublish == false)
            #expect(monitor.video?.mayPublishData == false)
            #expect(monitor.video?.room == "sess_a")
            let id = try #require(listening.json["attachment_id"]?.string)
            #expect(monitor.attributes == ["parley.role": "supervisor", "parley.attachment": id])

            let speaking = try await server.request("PATCH", "\(path)/\(id)", "{\"mode\":\"barge\"}")
            let barge = try Self.claims(speaking)
            #expect(barge.video?.hidden == false)
            #expect(barge.video?.canPublishSources == ["microphone"])
            #expect(barge.video?.mayPublishData == false)
            #expect(barge.identity != monitor.identity)
            #expect(barge.attributes["parley.attachment"] == id)

            let view = try await server.request("GET", "/api/sessions/sess_a").json
            #expect(view["supervisors"]?.elements.map { $0["mode"]?.string } == ["barge"])
            #expect(try await server.request("DELETE", "\(path)/\(id)").status == 204)
            #expect(try await server.request("DELETE", "\(path)/\(id)").status == 404)
            let left = try await server.request("GET", "/api/sessions/sess_a").json
            #expect(left["supervisors"] == [])
            let actions = try await server.request("GET", "/api/audit?target=sess_a").json["entries"]?.elements ?? []
            #expect(actions.map { $0["action"]?.string } == ["detach", "attach.barge", "attach.monitor"])
        }
    }

    @Test("who listens in private is shown to nobody else")
    func unannounced() async throws {
        try await RunningServer.with(voice: Self.voice, mode: .users) { server in
            let people = try await People(server.gatekeeper)
            try await server.session("sess_a")
            let body = #"{"mode":"monitor","visibility":"private"}"#
            let path = "/api/sessions/sess_a"
            _ = try await server.request("POST", "\(path)/supervisors", body, headers: people.bearer(.admin))
            let seen = try await server.request("GET", path, headers: people.bearer(.supervisor)).json
            #expect(seen["supervisors"] == [])
            let log = try await server.request("GET", "\(path)/events", headers: people.bearer(.supervisor)).json
            #expect(log["events"]?.elements.contains { $0["type"] == "attachment" } == false)
            let own = try await server.request("GET", path, headers: people.bearer(.admin)).json
            #expect(own["supervisors"]?.elements.count == 1)
        }
    }

    private static func claims(_ answer: Answer) throws -> Claims {
        try AccessToken.verify(answer.json["livekit"]?["token"]?.string ?? "", now: Date()) { _ in "secret" }
    }
}
