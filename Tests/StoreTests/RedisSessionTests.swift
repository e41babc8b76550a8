import Conversation
import Document
import Foundation
import Redis
import Servers
import Store
import Testing

@Suite struct RedisSessionTests {
    private let start = Workshop.now

    /// Runs the body with a store and a plain client of the same server.
    private func use(_ body: (RedisSessionStore, RedisClient, String) async throws -> Void) async throws {
        let client = try RedisClient(url: try await RedisServer.shared.value.url())
        do {
            try await body(RedisSessionStore(client), client, "sess_\(UUID().uuidString)")
            await client.close()
        } catch {
            await client.close()
            throw error
        }
    }

    @Test("the bytes under session:{id} are document 004's")
    func bytes() async throws {
        try await use { store, client, id in
            var state = ConversationState(sessionID: id, createdAt: start)
            state.messages = [Message(.human, "Hello"), Message(.ai, "Welcome!")]
            state.detectedIntent = "greeting"
            state.confidence = 0.95
            state.turnCount = 1
            try await store.save(state, now: start)
            let expected = """
                {"booking_slots":{"appointment_type":null,"customer_email":null,"customer_name":null,\
                "customer_phone":null,"preferred_date":null,"preferred_time":null,"service_type":null},\
                "confidence":0.95,"created_at":"2026-05-04T10:00:00.000Z","current_agent":"router",\
                "customer":{"customer_id":null,"email":null,"name":null,"phone":null,"vehicles":[]},\
                "detected_intent":"greeting","escalation_in_progress":false,"human_agent_status":null,\
                "last_updated":"2026-05-04T10:00:00.000Z",\
                "messages":[{"content":"Hello","type":"human"},{"content":"Welcome!","type":"ai"}],\
                "notifications_queue":[],"pending_tasks":[],"session_id":"\(id)","turn_count":1}
                """
            #expect(try await client.command(["GET", "session:\(id)"]).text == expected)
        }
    }

    @Test("every key of a session lives thirty minutes from its last write")
    func timeToLive() async throws {
        try await use { store, client, id in
            let keys = ["session:\(id)", "summary:\(id)"]
            let state = ConversationState(sessionID: id, createdAt: start)
            let summary = SessionSummary(id: id, channel: .voice, startedAt: start)
            try await store.save(summary, now: start)
            try await store.save(state, now: start)
            for write in 0..<2 {
                for key in keys { try await client.command(["EXPIRE", key, 5]) }
                if write == 0 {
                    try await store.save(state, now: start)
                } else {
                    try await store.save(summary, now: start)
                }
                for key in keys {
                    let left = try #require(try await client.command(["TTL", key]).integer)
                    #expect((1790...1800).contains(left), "\(key) after write \(write)")
                }
            }
            for key in keys { try await client.command(["PEXPIREAT", key, 1]) }
            #expect(try await store.state(of: id, now: start) == nil)
            #expect(try await store.summary(of: id, now: start) == nil)
            #expect(try await !store.summaries(now: start).contains { $0.id == id })
            #expect(try await client.command(["ZSCORE", "summaries", id]).isNull, "the list forgets what expired")
        }
    }

    @Test("what another program of document 004 wrote is read")
    func foreignWriter() async throws {
        try await use { store, client, id in
            let value = """
                {"session_id": "\(id)", "messages": [{"type": "human", "content": "Hello"}], "current_agent": "router",
                 "detected_intent": "greeting", "confidence": 0.95, "customer": {"customer_id": null, "vehicles": []},
                 "booking_slots": {}, "pending_tasks": [], "turn_count": 1, "created_at": "2026-05-04T10:00:00.000Z",
                 "last_updated": "2026-05-04T10:00:00.000Z", "extra": [1, 2]}
                """
            try await client.command(["SET", "session:\(id)", value])
            let found = try #require(try await store.state(of: id, now: start))
            #expect(found.messages == [Message(.human, "Hello")])
            #expect(found.unknown == ["extra": [1, 2]])
            try await store.save(found, now: start)
            #expect(try await client.command(["GET", "session:\(id)"]).text?.contains("\"extra\":[1,2]") == true)
        }
    }

    @Test(
        "a value that is none is an error that names the session and not its words",
        arguments: ["", "{", "[]", "secret words", "{\"session_id\":\"another\"}", String(repeating: "[", count: 5000)])
    func corrupt(value: String) async throws {
        try await use { store, client, id in
            try await client.command(["SET", "session:\(id)", value])
            try await client.command(["SET", "summary:\(id)", value])
            await #expect(throws: StoreError.corrupt("the state of session \(id)")) {
                try await store.state(of: id, now: start)
            }
            await #expect(throws: StoreError.corrupt("the summary of session \(id)")) {
                try await store.summary(of: id, now: start)
            }
            try await store.save(ConversationState(sessionID: id, createdAt: start), now: start)
            #expect(try await store.state(of: id, now: start)?.sessionID == id)
        }
    }

    @Test("a key of another kind is corrupt, a server that is gone is unavailable")
    func otherFailures() async throws {
        try await use { store, client, id in
            try await client.command(["SADD", "summary:\(id)", "x"])
            await #expect(throws: StoreError.corrupt("the summary of session \(id)")) {
                try await store.summary(of: id, now: start)
            }
        }
        let server = try await RedisServer.start()
        let client = try RedisClient(url: server.url())
        await server.end()
        await #expect {
            try await RedisSessionStore(client).state(of: "a", now: start)
        } throws: { error in
            if case .unavailable? = error as? StoreError { true } else { false }
        }
        await client.close()
    }
}
