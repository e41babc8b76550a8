import Conversation
import Document
import Foundation
import Live
import Store

/// Sessions whose events are appended by one exchange, and feeds of them that follow another, or the same.
struct FeedBed: Sendable {
    static let sessions = 100
    /// Bytes beside the moment: an event is about as long as what somebody says.
    private static let length = 180

    let hub: FeedHub
    private let writer: Exchange

    init(from writer: Exchange, to reader: Exchange) {
        self.writer = writer
        let states = MemorySessionStore()
        for number in 0..<Self.sessions {
            states.save(SessionSummary(id: Self.id(number), channel: .voice, startedAt: Date()), now: Date())
        }
        var services = FeedServices(exchange: reader, states: states)
        services.quota.sockets = 100_000
        hub = FeedHub(services)
    }

    static func id(_ number: Int) -> String { "sess_\(number % sessions)" }

    /// Where a session's feed is, from its beginning or from now on.
    static func path(_ number: Int, isFromNow: Bool = false) -> String {
        "/ws/\(id(number))" + (isFromNow ? "" : "?after_seq=0")
    }

    /// An event with the moment of its making.
    static func event(_ number: Int, length: Int = length) -> SessionEvent {
        let words = String(repeating: "x", count: length)
        let fields: [String: JSON] = ["sent_ns": .string("\(Delays.now)"), "text": .string(words)]
        return SessionEvent(id(number), .extra(type: "level", fields: fields))
    }

    /// Appends an event to a session's log.
    func append(_ number: Int, length: Int = length) async {
        await writer.log.append(Self.event(number, length: length), at: Date())
    }

    /// Serves the feeds while the body runs.
    func serve<Value: Sendable>(_ body: @escaping @Sendable (Int) async throws -> Value) async throws -> Value {
        try await Self.serve(hub, body)
    }

    /// Serves feeds, or an echo, while the body runs, with their port.
    static func serve<Value: Sendable>(
        _ hub: FeedHub?, _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> Value {
        let listener = try await SocketListener(hub)
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                await listener.run(hub)
                return nil
            }
            group.addTask {
                await hub?.run()
                return nil
            }
            group.addTask { try await body(listener.port) }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw BenchFailure("the server ended")
        }
    }
}
