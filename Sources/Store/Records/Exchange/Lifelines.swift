import Redis
import Synchronization

/// Which processes are there: each listens on a channel of its own, and the system closes its connection with it, also when it is
/// killed. A machine that loses its power closes nothing: its holdings end by themselves.
///
/// Bounded: `capacity` processes are missed at once; beyond, all are missed anew.
final class Lifelines: Sendable {
    /// A process is gone that was missed for so long, at every look: a connection that breaks is made anew within 50 ms.
    static let patience = Duration.milliseconds(300)
    /// Looks further apart are not one absence.
    private static let memory = Duration.seconds(2)
    private static let capacity = 1_000

    private struct Absence {
        let since: ContinuousClock.Instant
        var seen: ContinuousClock.Instant
    }

    private let client: RedisClient
    private let absences = Mutex<[String: Absence]>([:])
    /// Since when everybody can have come back to the server; `nil` while this process cannot be reached either.
    private let settled = Mutex<ContinuousClock.Instant?>(nil)

    init(_ client: RedisClient, wakeUps: WakeUps) {
        self.client = client
        wakeUps.listen { [weak self] signal in
            switch signal {
            case .hearing: self?.settled.withLock { $0 = .now + .milliseconds(1_500) }
            case .deaf: self?.settled.withLock { $0 = nil }
            case .events, .commands, .entry: break
            }
        }
    }

    /// Those of some processes that are gone. One that was missed at the first look only is not yet; nobody is, while the
    /// server cannot be asked or was away just now.
    func gone(of processes: [String]) async -> Set<String> {
        guard !processes.isEmpty else { return [] }
        let question = RedisCommand(["PUBSUB", "NUMSUB"] + processes.map(RedisKeys.lifeline(of:)))
        guard let answer = try? await client.command(question).array, answer.count == processes.count * 2 else {
            return []
        }
        let listeners = processes.indices.map { answer[$0 * 2 + 1].integer ?? 1 }
        let now = ContinuousClock.now
        guard let settled = settled.withLock(\.self), now > settled else { return [] }
        return absences.withLock { absences in
            Set(
                zip(processes, listeners).filter { process, listeners in
                    Self.note(process, isMissed: listeners == 0, now, &absences)
                }.map(\.0))
        }
    }

    /// Returns whether it is missed for long enough.
    private static func note(
        _ process: String, isMissed: Bool, _ now: ContinuousClock.Instant, _ absences: inout [String: Absence]
    ) -> Bool {
        guard isMissed else {
            absences[process] = nil
            return false
        }
        if absences[process] == nil, absences.count >= capacity { absences = [:] }
        var absence = absences[process] ?? Absence(since: now, seen: now)
        if now - absence.seen > memory { absence = Absence(since: now, seen: now) }
        absence.seen = now
        absences[process] = absence
        return now - absence.since >= patience
    }
}
