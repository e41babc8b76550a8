import ControlAPI
import Conversation
import Document
import Foundation
import Logging
import Secure
import Store
import Supervision
import Synchronization
import Testing
import Token

@Suite("Rooms of the LiveKit server", .timeLimit(.minutes(1)))
struct RoomTests {
    /// Rooms as a test says they are.
    private final class ScriptedRooms: RoomRegister {
        private let names = Mutex<Set<String>>([])

        func set(_ rooms: Set<String>) { names.withLock { $0 = rooms } }
        func rooms() async throws -> Set<String> { names.withLock { $0 } }
        func remove(_ identity: String, from room: String) async {}
    }

    private static let voice = VoiceAccess(url: "ws://127.0.0.1:1", apiKey: "devkey", apiSecret: "secret")

    @Test("a call whose room is gone and that nobody holds is over; one that is held, or was never entered, is not")
    func reconciliation() async throws {
        let exchange = Exchange.inProcess()
        let store = MemorySessionStore()
        let now = Date()
        for id in ["lost", "held", "new"] {
            let summary = SessionSummary(id: id, channel: .voice, room: id, startedAt: now)
            store.save(summary, now: now)
            try await exchange.directory.enter(SessionRecord(summary), now: now)
        }
        let sessions = Sessions(store: store, exchange: exchange, conversations: ScriptedConversations())
        let rooms = ScriptedRooms()
        let reconciler = RoomReconciler(sessions, rooms: rooms, logger: .silent)
        rooms.set(["lost", "held"])
        #expect(await reconciler.look(now: now) == [])
        rooms.set([])
        _ = try await exchange.holdings.claim("held", by: "worker", now: now)
        #expect(await reconciler.look(now: now) == ["lost"])
        let record = try await exchange.directory.record(of: "lost", in: Scope(viewer: .everybody))
        #expect(record?.summary.endReason == "room_gone")
        // Nobody came within a quarter of an hour.
        #expect(await reconciler.look(now: now.addingTimeInterval(901)).contains("new"))
    }

    @Test("a signed webhook is taken once and answered alike when it comes again")
    func webhook() async throws {
        try await RunningServer.with(voice: Self.voice) { server in
            let body = #"{"event":"room_finished","id":"EV_1","createdAt":"1790000000","room":{"name":"sess_a"}}"#
            let headers = try Self.headers(body)
            for _ in 0..<2 {
                let answer = try await server.request("POST", "/webhooks/livekit", body, headers: headers)
                #expect(answer.status == 200, "\(answer.text)")
            }
            let changed = try await server.request("POST", "/webhooks/livekit", body + " ", headers: headers)
            #expect(changed.status == 401)
            let plain = try await server.request(
                "POST", "/webhooks/livekit", body, headers: headers.merging(["Content-Type": "application/json"]) { $1 }
            )
            #expect(plain.status == 415)
            let unsigned = try await server.request(
                "POST", "/webhooks/livekit", body, headers: ["Content-Type": "application/webhook+json"])
            #expect(unsigned.status == 401)
        }
    }

    private static func headers(_ body: String) throws -> [String: String] {
        let hash = Data(Digest.sha256(Array(body.utf8))).base64EncodedString()
        let token = try AccessToken(sha256: hash).signed(key: "devkey", secret: "secret", now: Date())
        return ["Authorization": token, "Content-Type": "application/webhook+json"]
    }
}
