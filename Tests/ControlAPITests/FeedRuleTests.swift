import ControlAPI
import Conversation
import Document
import Feeds
import Testing

/// What a feed does to clients that break its rules.
@Suite("Feed rules", .timeLimit(.minutes(1)))
struct FeedRuleTests {
    @Test("a frame that is no JSON object closes the feed with 4400", arguments: ["{", "[]", "7", ""])
    func badFrame(text: String) async throws {
        let closing = try await closing { try await $0.send(text) }
        #expect(closing == .close(code: 4400, reason: "A frame must be a JSON object."))
    }

    @Test("a binary frame closes the feed with 1003")
    func binary() async throws {
        let closing = try await closing { try await $0.send(2, [1, 2, 3]) }
        #expect(closing == .close(code: 1003, reason: "Only text frames are understood."))
    }

    @Test("a frame over 64 KiB closes the feed with 1009")
    func tooLarge() async throws {
        let closing = try await closing { try await $0.send(1, Array(repeating: 0x20, count: 65_537)) }
        #expect(closing == .close(code: 1009, reason: ""))
    }

    @Test("a message in pieces of more than 64 KiB together closes the feed with 1009")
    func fragments() async throws {
        let closing = try await closing { feed in
            try await feed.send(1, Array(repeating: 0x20, count: 40_000), final: false)
            try await feed.send(0, Array(repeating: 0x20, count: 40_000))
        }
        #expect(closing == .close(code: 1009, reason: "A message may hold at most 64 KiB."))
    }

    @Test("unknown types are ignored, pieces are put together, pings come back as they were")
    func tolerated() async throws {
        try await RunningServer.with { server in
            try await server.session()
            try await FeedClient.with(server, "/ws/sess_test") { feed in
                _ = try await feed.next()
                try await feed.send(#"{"type":"something_new","x":[1,{"y":null}]}"#)
                try await feed.send(1, Array(#"{"type":"#.utf8), final: false)
                try await feed.send(9, [7, 8, 9])
                try await feed.send(0, Array(#""ping"}"#.utf8))
                #expect(try await feed.next() == .pong([7, 8, 9]))
                #expect(try await feed.next() == .text(#"{"type":"pong"}"#))
            }
        }
    }

    private func closing(after act: (FeedClient) async throws -> Void) async throws -> FeedClient.Message {
        try await RunningServer.with { server in
            try await server.session()
            return try await FeedClient.with(server, "/ws/sess_test") { feed in
                _ = try await feed.next()
                try await act(feed)
                return try await feed.closing()
            }
        }
    }
}
