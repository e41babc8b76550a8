import Conversation
import Document
import Foundation
import Redis
import Servers
import Store
import Testing

@Suite struct SessionStoreTests {
    enum Kind: String, CaseIterable, Sendable {
        case memory, redis

        /// Runs the body with an empty store.
        func use(_ body: (any SessionStore) async throws -> Void) async throws {
            guard self == .redis else { return try await body(MemorySessionStore()) }
            let server = try await RedisServer.start()
            let client = try RedisClient(url: server.url())
            do {
                try await body(RedisSessionStore(client))
                await client.close()
                await server.end()
            } catch {
                await client.close()
                await server.end()
                throw error
            }
        }
    }

    private let start = Workshop.now

    private func full(_ id: String) -> ConversationState {
        var state = ConversationState(sessionID: id, createdAt: start)
        state.messages = [Message(.human, "Hello \u{1F697} \"there\"\n\0"), Message(.ai, "Welcome!")]
        state.currentAgent = .booking
        state.detectedIntent = "book_service"
        state.confidence = 0.95
        state.customer = CustomerContext(customerID: 7, name: "Ann", vehicles: [Vehicle(model: "Civic")])
        state.bookingSlots.serviceType = "Oil Change"
        state.pendingTasks = [BackgroundTask(taskID: "esc_\(id)_1")]
        state.notificationsQueue = [SessionNotification(notificationID: "n", message: "m", priority: .high)]
        state.turnCount = 3
        state.unknown = ["mood": ["kind": "calm"]]
        return state
    }

    @Test("a state comes back as it was saved, with keys this version does not know", arguments: Kind.allCases)
    func roundTrip(_ kind: Kind) async throws {
        try await kind.use { store in
            #expect(try await store.state(of: "a", now: start) == nil)
            try await store.save(full("a"), now: start)
            #expect(try await store.state(of: "a", now: start) == full("a"))
            try await store.remove("a")
            #expect(try await store.state(of: "a", now: start) == nil)
        }
    }

    @Test("a summary follows its session's state, and lists come newest first", arguments: Kind.allCases)
    func summaries(_ kind: Kind) async throws {
        try await kind.use { store in
            try await store.save(SessionSummary(id: "a", channel: .voice, room: "r", startedAt: start), now: start)
            try await store.save(SessionSummary(id: "b", channel: .chat, startedAt: start + 1), now: start)
            try await store.save(full("a"), now: start)
            #expect(try await store.summaries(now: start).map(\.id) == ["b", "a"])
            var expected = SessionSummary(id: "a", channel: .voice, room: "r", startedAt: start)
            expected.absorb(full("a"))
            #expect(try await store.summary(of: "a", now: start) == expected)
            expected.endedAt = start + 5
            expected.endReason = "goodbye"
            try await store.save(expected, now: start)
            #expect(try await store.summary(of: "a", now: start) == expected)
            try await store.remove("a")
            #expect(try await store.summaries(now: start).map(\.id) == ["b"])
        }
    }

    @Test("in memory a session is gone thirty minutes after its last write")
    func expiry() {
        let store = MemorySessionStore()
        let state = ConversationState(sessionID: "a", createdAt: start)
        store.save(state, now: start)
        #expect(store.state(of: "a", now: start + 1799) == state)
        store.save(state, now: start + 1799)
        #expect(store.state(of: "a", now: start + 3598) == state)
        #expect(store.state(of: "a", now: start + 3599) == nil)
    }

    @Test("a full store in memory lets the oldest session go")
    func bounded() {
        let store = MemorySessionStore(capacity: 3)
        for number in 0..<5 {
            store.save(ConversationState(sessionID: "s\(number)", createdAt: start), now: start + Double(number))
        }
        #expect((0..<5).filter { store.state(of: "s\($0)", now: start + 5) != nil } == [2, 3, 4])
    }
}
