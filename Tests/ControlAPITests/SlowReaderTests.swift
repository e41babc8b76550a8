import ControlAPI
import Conversation
import Document
import Feeds
import Store
import Testing

@Suite("Slow readers", .timeLimit(.minutes(1)))
struct SlowReaderTests {
    private let page = String(repeating: "x", count: 4000)

    @Test("a reader that does not read is closed with 1013; one that reads gets everything meanwhile")
    func slow() async throws {
        try await RunningServer.with(adjust: { $0.feed.writePatience = .milliseconds(500) }) { server in
            try await server.session()
            try await FeedClient.with(server, FeedOpening("/ws/sess_test", receiveBuffer: 4096)) { slow in
                try await FeedClient.with(server, "/ws/sess_test") { quick in
                    for number in 0..<3000 {
                        await server.append(.transcript(role: .user, content: "\(number) \(page)", agent: .router))
                        let heard = try await quick.frame()["content"]?.string
                        #expect(heard?.hasPrefix("\(number) ") == true)
                    }
                }
                try await Task.sleep(for: .seconds(1))
                let closing = try await slow.closing()
                #expect(closing == .close(code: 1013, reason: "Frames were not read in time; connect again."))
            }
        }
    }

    @Test("a feed that cannot follow the log is closed with 1013, not left with a gap")
    func overflow() async throws {
        let log = MemoryEventLog(buffer: 4)
        try await RunningServer.with(log: log) { server in
            try await server.session()
            try await FeedClient.with(server, FeedOpening("/ws/sess_test", receiveBuffer: 4096)) { slow in
                _ = try await slow.next()
                for number in 0..<3000 {
                    await server.append(.transcript(role: .user, content: "\(number) \(page)", agent: .router))
                }
                var expected = 0
                while case .text(let text) = try await slow.next() {
                    let frame = try JSON(parsing: text)
                    guard frame["type"] == "transcript" else { continue }
                    #expect(frame["content"]?.string?.hasPrefix("\(expected) ") == true)
                    expected += 1
                }
                #expect(expected < 3000)
            }
        }
    }
}
