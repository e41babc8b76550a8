package import FoundationEssentials

/// What an exchange needs done beside its calls: that nothing waits unwritten, and that what is old is forgotten.
///
/// `run` is one task of the process; without it nothing is lost, but nothing is ever tidied up either.
package struct Upkeep: Sendable {
    /// Seconds that events are kept.
    package static let retention: TimeInterval = 30 * 86_400

    private let archive: EventArchive?

    private let clock: @Sendable () -> Date

    init(archive: EventArchive? = nil, clock: @escaping @Sendable () -> Date) {
        self.archive = archive

        self.clock = clock
    }

    /// Whether something others rely on is away, so that what happens is only kept here for now.
    package var isDegraded: Bool { archive?.isDegraded == true }

    /// Tidies up every hour, until its task is cancelled; then writes what still waits.
    package func run() async {
        while !Task.isCancelled {
            await sweep()
            try? await Task.sleep(for: .seconds(3_600))
        }
        await flush()
    }

    /// Writes what waits, as far as those it waits for are there.
    package func flush() async {
        await archive?.flush()
    }

    /// Forgets events that are older than `retention`.
    package func sweep() async {
        guard let archive else { return }
        let limit = clock().addingTimeInterval(-Self.retention)
        while !Task.isCancelled, let count = try? await archive.database.sweepEvents(before: limit), count > 0 {}
    }
}
