package import FoundationEssentials

/// What an exchange needs done beside its calls: that nothing waits unwritten, and that what is old is forgotten.
///
/// `run` is one task of the process; without it nothing is lost, but nothing is ever tidied up either.
package struct Upkeep: Sendable {
    /// Seconds that events are kept.
    package static let retention: TimeInterval = 30 * 86_400

    private let archive: EventArchive?
    private let live: RedisEventLog?
    private let wakeUps: WakeUps?
    private let clock: @Sendable () -> Date

    init(
        archive: EventArchive? = nil, live: RedisEventLog? = nil, wakeUps: WakeUps? = nil,
        clock: @escaping @Sendable () -> Date
    ) {
        self.archive = archive
        self.live = live
        self.wakeUps = wakeUps
        self.clock = clock
    }

    /// Whether something others rely on is away, so that what happens is only kept here for now.
    package var isDegraded: Bool { archive?.isDegraded == true || live?.isCutOff == true }

    /// Tidies up every hour, until its task is cancelled; then writes what still waits, and lets go.
    package func run() async {
        while !Task.isCancelled {
            await sweep()
            try? await Task.sleep(for: .seconds(3_600))
        }
        await Task { await close() }.value
    }

    /// Writes what waits, as far as those it waits for are there.
    package func flush() async {
        if live?.isCutOff == true { await live?.drain() }
        await archive?.flush()
    }

    /// Forgets events that are older than `retention`.
    package func sweep() async {
        guard let archive else { return }
        let limit = clock().addingTimeInterval(-Self.retention)
        while !Task.isCancelled, let count = try? await archive.database.sweepEvents(before: limit), count > 0 {}
    }

    /// The last thing that is done: what waits is written, and nobody is woken any more.
    package func close() async {
        await flush()
        live?.close()
        wakeUps?.close()
    }
}
