import Conversation
import Document
import Feeds
import Foundation
import Live
import NIOCore
import Store
import Testing

@Suite("Slow readers, many readers", .timeLimit(.minutes(2)))
struct PressureTests {
    private let page = String(repeating: "x", count: 8_000)

    @Test("a reader that does not read is told from where to go on and closed with 4408; from there nothing is lost")
    func slow() async throws {
        // The hub keeps up with any burst, so that it is the reader who does not; who has time to read the goodbye.
        let patient = { (settings: inout FeedServer.Settings) in
            settings.log = MemoryEventLog(buffer: 4_096)
            settings.timings.closePatience = .seconds(30)
        }
        try await FeedServer.with(patient) { server in
            await server.session()
            var next = 0
            try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=0", .init(receiveBuffer: 4_096)) { feed in
                _ = try await feed.frame("lifecycle")
                for number in 2...3_000 { server.say("\(number) \(page)") }
                var last = 1
                while true {
                    let frame = try await feed.frame()
                    if frame["type"] == "resync" {
                        #expect(frame["reason"] == "too-slow")
                        next = try #require(frame["from_seq"]?.int)
                        break
                    }
                    #expect(frame["seq"] == .int(last + 1))
                    last += 1
                }
                #expect(next == last + 1)
                #expect(try await feed.closing() == 4408)
            }
            try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=\(next - 1)") { feed in
                _ = try await feed.frame("hello")
                for number in next...3_000 { #expect(try await feed.frame()["seq"] == .int(number)) }
            }
        }
    }

    @Test("frames that newer ones replaced are told of by a gap")
    func conflated() async throws {
        try await FeedServer.with { server in
            await server.session()
            try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=0", .init(receiveBuffer: 4_096)) { feed in
                _ = try await feed.frame("lifecycle")
                let size = JSON.string(page)
                for _ in 2...3_000 {
                    server.log.append(
                        SessionEvent("sess_a", .extra(type: "sentiment", fields: ["score": 0.5, "x": size])), at: Date()
                    )
                }
                var last = 1
                var gaps = 0
                while last < 3_000 {
                    let frame = try await feed.frame()
                    if frame["type"] == "gap" {
                        #expect(frame["from_seq"] == .int(last + 1))
                        last = try #require(frame["to_seq"]?.int)
                        gaps += 1
                    } else {
                        #expect(frame["seq"] == .int(last + 1))
                        last += 1
                    }
                }
                #expect(gaps > 0)
            }
        }
    }

    @Test("a connection that stays full is given up, also while the log is quiet")
    func stalled() async throws {
        let quick = { (settings: inout FeedServer.Settings) in
            settings.timings.writePatience = .milliseconds(300)
            settings.timings.review = .milliseconds(50)
            settings.timings.closePatience = .milliseconds(100)
        }
        try await FeedServer.with(quick) { server in
            await server.session()
            for number in 2...900 { server.say("\(number) \(page)") }
            try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=0", .init(receiveBuffer: 4_096)) { _ in
                for _ in 0..<500 where server.hub.census.sockets == 0 { try await Task.sleep(for: .milliseconds(10)) }
                try await server.untilEmpty()
                #expect(server.hub.census.sockets == 0)
            }
        }
    }

    @Test("a stream that takes nothing is cut, and its writer let go")
    func stalledStream() async throws {
        let quick = { (settings: inout FeedServer.Settings) in
            settings.timings.writePatience = .milliseconds(100)
            settings.timings.heartbeat = .milliseconds(50)
            settings.timings.closePatience = .milliseconds(50)
        }
        try await FeedServer.with(quick) { server in
            await server.session()
            let stream = try await FeedStream.open(
                FeedOpening(
                    .session("sess_a"), after: "0", FeedRequest(resource: "/api/sessions/sess_a/events/stream")),
                server.hub)
            let (cuts, cut) = AsyncStream<Void>.makeStream()
            await stream.run(cutting: { cut.finish() }) { _ in
                // A connection whose buffer is full: only its end is an answer.
                for await _ in cuts {}
                throw ChannelError.ioOnClosedChannel
            }
            await stream.finish()
            #expect(server.hub.census.streams == 0)
        }
    }

    @Test("a hundred readers that read nothing slow neither the log nor a reader that reads")
    func hundred() async throws {
        try await FeedServer.with { server in
            await server.session()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        try await FeedWatcher.with(server.port, "/ws/sess_a", .init(receiveBuffer: 4_096)) { _ in
                            while !Task.isCancelled { try await Task.sleep(for: .milliseconds(50)) }
                        }
                    }
                }
                for _ in 0..<1_000 where server.hub.census.sockets < 100 {
                    try await Task.sleep(for: .milliseconds(10))
                }
                #expect(server.hub.census.sockets == 100)
                try await FeedWatcher.with(server.port, "/ws/sess_a") { quick in
                    _ = try await quick.frame("snapshot")
                    var longest = Duration.zero
                    for number in 2...1_500 {
                        let began = ContinuousClock.now
                        server.say("\(number) \(page)")
                        longest = max(longest, began.duration(to: .now))
                        #expect(try await quick.frame()["seq"] == .int(number))
                    }
                    // An append hands the event on; whoever cannot take it is not waited for.
                    #expect(longest < .milliseconds(250))
                }
                group.cancelAll()
                try? await group.waitForAll()
            }
            try await server.untilEmpty()
            #expect(server.hub.census == FeedCensus(sockets: 0, streams: 0, subscriptions: 0))
        }
    }

    @Test("ten thousand connects and disconnects leave nothing behind")
    func leaks() async throws {
        try await FeedServer.with { server in
            await server.session()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<40 {
                    group.addTask {
                        for round in 0..<250 {
                            let path = (worker + round).isMultiple(of: 2) ? "/ws/sess_a" : "/ws"
                            try await FeedWatcher.with(server.port, path, .init(extended: round.isMultiple(of: 3))) {
                                feed in
                                // Some leave at once, some after the first frame, some with a goodbye.
                                if round % 4 > 0 { _ = try await feed.next() }
                                if round % 4 == 2 { try await feed.send(8, [0x03, 0xe8]) }
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            try await server.untilEmpty()
            #expect(server.hub.census == FeedCensus(sockets: 0, streams: 0, subscriptions: 0))
        }
    }
}
