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
        private let calls = Mutex<[String]>([])

        /// The rooms for which another agent was asked.
        var called: [String] { calls.withLock { $0 } }

        func set(_ rooms: Set<String>) { names.withLock { $0 = rooms } }
        func rooms() async throws -> Set<String> { names.withLock { $0 } }
        func callAgent(to room: String) async throws { calls.withLock { $0.append(room) } }
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

    /// Holdings and workers of which some are those of a process that has died.
    private struct Cemetery: SessionHoldings, WorkerRegistry {
        let living = MemoryHoldings()
        let dead: String

        func claim(_ session: String, by process: String, now: Date) -> Holding? {
            living.claim(session, by: process, now: now)
        }
        func renew(_ holding: Holding, now: Date) -> Bool { living.renew(holding, now: now) }
        func release(_ holding: Holding) { living.release(holding) }
        func holder(of session: String, now: Date) -> Holding? { living.holder(of: session, now: now) }
        func bury(_ session: String, now: Date) -> Bool {
            guard let holding = holder(of: session, now: now), holding.process == dead else { return false }
            living.release(holding)
            return true
        }
        func report(_ worker: WorkerReport, now: Date) -> Bool { false }
        func remove(_ id: String) {}
        func workers(now: Date) -> [WorkerReport] { [] }
        func drain(_ id: String, now: Date) -> WorkerReport? { nil }
        func lost(now: Date) -> Set<String> { [dead] }
    }

    @Test(
        "another agent is asked for once for each call of a worker that died, unless one came already or the room is gone"
    )
    func succession() async throws {
        let (store, cemetery, now) = (MemorySessionStore(), Cemetery(dead: "dead"), Date())
        let plain = Exchange.inProcess()
        let exchange = Exchange(
            log: plain.log, bus: plain.bus, holdings: cemetery, directory: plain.directory, workers: cemetery)
        for id in ["orphan", "adopted", "gone", "living"] {
            let summary = SessionSummary(id: id, channel: .voice, room: id, startedAt: now)
            store.save(summary, now: now)
            try await exchange.directory.enter(SessionRecord(summary), now: now)
            _ = cemetery.claim(id, by: id == "living" ? "other" : "dead", now: now)
        }
        let rooms = ScriptedRooms()
        rooms.set(["orphan", "adopted", "living"])
        let sessions = Sessions(store: store, exchange: exchange, conversations: ScriptedConversations())
        let reconciler = RoomReconciler(sessions, rooms: rooms, logger: .silent)
        let watching = Task { await reconciler.succeed(now: now) }
        // Somebody else takes one of them up before anybody is asked.
        while cemetery.claim("adopted", by: "heir", now: now) == nil { await Task.yield() }
        #expect(await watching.value == ["orphan"])
        #expect(rooms.called == ["orphan"])
        #expect(await reconciler.succeed(now: now) == [])
        #expect(rooms.called == ["orphan"])
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
