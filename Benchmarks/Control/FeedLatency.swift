import Conversation
import Document
import Foundation
import Logging
import NIOCore
import Store

/// How long an event takes from its append to the sockets that watch its session: a hundred sessions with an event a second
/// each, and three watchers each.
///
/// Beside it the same frames under the same load by way of an echo: what the network and the client alone take.
struct FeedLatency {
    private static let watchers = 300
    private static let interval = Duration.milliseconds(10)
    private static let (warmUp, ticks) = (200, 1_500)

    /// In one process.
    static func measure() throws -> Figure {
        try Visitors.run {
            let exchange = Exchange.inProcess()
            return try await compare(FeedBed(from: exchange, to: exchange))
        }
    }

    /// From one process's exchange to another's, by way of Redis.
    static func measureShared() throws -> Figure {
        let workshop = try Workshop()
        defer { workshop.close() }
        let redis = try workshop.startRedis()
        return try Visitors.run {
            let writer = try Exchange.shared(database: nil, redis: redis, process: SharedProcess("writer"))
            let reader = try Exchange.shared(database: nil, redis: redis, process: SharedProcess("reader"))
            let figure = try await compare(FeedBed(from: writer, to: reader))
            for exchange in [writer, reader] { await exchange.upkeep.close() }
            return figure
        }
    }

    private static func compare(_ bed: FeedBed) async throws -> Figure {
        let echo = try await echo()
        let feed = try await feed(bed)
        guard let value = feed.quantile(0.99), let least = echo.quantile(0.99) else {
            throw BenchFailure("no frames came")
        }
        let halves = [feed, echo].map { ($0.quantile(0.5) ?? 0).formatted(decimals: 2) }
        return Figure(
            value: value,
            note:
                "\(feed.count) frames, half within \(halves[0]) ms; an echo: \(least.formatted(decimals: 2)) ms, half "
                + "within \(halves[1]) ms")
    }

    /// Milliseconds from append to socket.
    private static func feed(_ bed: FeedBed) async throws -> [Double] {
        let delays = Delays()
        return try await bed.serve { port in
            for number in 0..<FeedBed.sessions { await bed.append(number) }
            let channels = try await connect(port, delays)
            try await load(delays) { await bed.append($0) }
            try await close(channels)
            return delays.sorted
        }
    }

    /// Milliseconds from a client to the server and back.
    private static func echo() async throws -> [Double] {
        let delays = Delays()
        return try await FeedBed.serve(nil) { port in
            let channels = try await connect(port, delays)
            try await load(delays) { number in
                for place in stride(from: number % FeedBed.sessions, to: watchers, by: FeedBed.sessions) {
                    let text = FeedBed.event(number).frame().text
                    channels[place].writeAndFlush(SocketClient.frame(text), promise: nil)
                }
            }
            try await close(channels)
            return delays.sorted
        }
    }

    private static func connect(_ port: Int, _ delays: Delays) async throws -> [any Channel] {
        var channels: [any Channel] = []
        for number in 0..<watchers {
            channels.append(
                try await SocketClient.connect(port, FeedBed.path(number)) { frame in delays.heed(frame) })
        }
        return channels
    }

    private static func load(_ delays: Delays, _ body: (Int) async -> Void) async throws {
        try await Ticks.run(warmUp, every: interval) { number, _ in await body(number) }
        delays.clear()
        try await Ticks.run(ticks, every: interval) { number, _ in await body(number) }
        // The last ones arrive.
        try await Task.sleep(for: .milliseconds(500))
        guard delays.sorted.count >= ticks * watchers / FeedBed.sessions * 99 / 100 else {
            throw BenchFailure("only \(delays.sorted.count) frames came")
        }
    }

    private static func close(_ channels: [any Channel]) async throws {
        for channel in channels { try? await channel.close() }
    }
}
