import Conversation
import FoundationEssentials
import Store
import Testing

@Suite struct SessionStoreTests {
    private let start = Date(timeIntervalSince1970: 1_777_888_800)

    @Test("a session is gone thirty minutes after its last write")
    func expiry() {
        let store = MemorySessionStore()
        let state = ConversationState(sessionID: "a", createdAt: start)
        store.save(state, now: start)
        #expect(store.state(of: "a", now: start + 1799) == state)
        store.save(state, now: start + 1799)
        #expect(store.state(of: "a", now: start + 3598) == state)
        #expect(store.state(of: "a", now: start + 3599) == nil)
    }

    @Test("a summary follows its session's state, and lists come newest first")
    func summaries() {
        let store = MemorySessionStore()
        store.save(SessionSummary(id: "a", channel: .voice, startedAt: start), now: start)
        store.save(SessionSummary(id: "b", channel: .chat, startedAt: start + 1), now: start)
        var state = ConversationState(sessionID: "a", createdAt: start)
        state.turnCount = 3
        state.currentAgent = .faq
        store.save(state, now: start)
        #expect(store.summaries(now: start).map(\.id) == ["b", "a"])
        #expect(store.summary(of: "a", now: start)?.turnCount == 3)
        #expect(store.summary(of: "a", now: start)?.currentAgent == .faq)
        store.remove("a")
        #expect(store.summaries(now: start).map(\.id) == ["b"])
    }

    @Test("a full store lets the oldest session go")
    func bounded() {
        let store = MemorySessionStore(capacity: 3)
        for number in 0..<5 {
            store.save(ConversationState(sessionID: "s\(number)", createdAt: start), now: start + Double(number))
        }
        #expect((0..<5).filter { store.state(of: "s\($0)", now: start + 5) != nil } == [2, 3, 4])
    }
}
