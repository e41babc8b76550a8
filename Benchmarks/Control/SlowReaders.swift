import Live
import NIOCore
import Store

/// How late work comes that happens every 20 ms and appends an event, while a hundred sockets of that session are stalled; by how
/// late it comes without them. Rounds of both take turns.
struct SlowReaders {
    private static let readers = 100
    private static let rounds = 5
    private static let ticks = 150
    /// Long events that fill a socket's buffers.
    private static let (filling, length) = (400, 8_000)

    static func measure() throws -> Figure {
        try Visitors.run {
            let exchange = Exchange.inProcess()
            let bed = FeedBed(from: exchange, to: exchange)
            return try await bed.serve { port in try await compare(bed, port) }
        }
    }

    private static func compare(_ bed: FeedBed, _ port: Int) async throws -> Figure {
        var (alone, crowded): ([Double], [Double]) = ([], [])
        await bed.append(0)
        for _ in 0..<rounds {
            alone += try await lateness(bed)
            var channels: [any Channel] = []
            for _ in 0..<readers {
                channels.append(try await SocketClient.stall(port, FeedBed.path(0, isFromNow: true)))
            }
            try await wait { bed.hub.census.subscriptions == readers }
            crowded += try await lateness(bed)
            guard bed.hub.census.sockets == readers else { throw BenchFailure("readers were cut off too soon") }
            for channel in channels { try? await channel.close() }
            try await wait { bed.hub.census.sockets == 0 }
        }
        guard let without = alone.median, let with = crowded.median else { throw BenchFailure("there were no rounds") }
        return Figure(
            value: with / without,
            note: "\(with.formatted(decimals: 3)) ms with \(readers) stalled readers, "
                + "\(without.formatted(decimals: 3)) without")
    }

    /// Milliseconds at each tick, once whoever reads nothing is full.
    private static func lateness(_ bed: FeedBed) async throws -> [Double] {
        for _ in 0..<filling { await bed.append(0, length: length) }
        try await Task.sleep(for: .seconds(1))
        var found: [Double] = []
        try await Ticks.run(ticks, every: .milliseconds(20)) { _, late in
            found.append(abs(late))
            await bed.append(0)
        }
        return found
    }

    private static func wait(_ isSo: () -> Bool) async throws {
        for _ in 0..<1_000 where !isSo() { try await Task.sleep(for: .milliseconds(10)) }
        guard isSo() else { throw BenchFailure("the feeds did not come or go in time") }
    }
}
