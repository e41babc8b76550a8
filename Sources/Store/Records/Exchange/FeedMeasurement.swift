import Conversation
import Document
import FoundationEssentials

/// How long events take from one process's append to another's followers, and how long the append itself takes.
package struct FeedMeasurement: Sendable {
    package var sessions = 100
    package var followers = 300
    /// Events of each session, one each `interval`.
    package var events = 10
    package var interval = Duration.seconds(1)

    package init() {}

    /// Each in order, the shortest first.
    package struct Outcome: Sendable {
        package var appends: [Duration] = []
        package var deliveries: [Duration] = []

        /// The one that so great a part does not exceed; zero when there is none.
        package static func quantile(_ part: Double, of times: [Duration]) -> Duration {
            times.isEmpty ? .zero : times[min(times.count - 1, Int(Double(times.count) * part))]
        }
    }

    /// Appends to one exchange and follows the other; they may be the same. Both share this machine's clock.
    package func run(from writer: Exchange, to reader: Exchange, name: String) async -> Outcome {
        var outcome = Outcome()
        let started = ContinuousClock.now
        let ids = (0..<sessions).map { "\(name)_\($0)" }
        for id in ids { await writer.log.append(event(id, 0, .zero), at: Date()) }
        let (all, count) = (self, events)
        await withTaskGroup(of: (isAppend: Bool, times: [Duration]).self) { group in
            for follower in 0..<followers {
                let stream = await reader.log.subscribe(to: ids[follower % ids.count], from: 2)
                group.addTask { (false, await Self.deliveries(stream, count, started)) }
            }
            for (place, id) in ids.enumerated() {
                let offset = interval * place / ids.count
                group.addTask { (true, await all.append(to: writer, id, offset, started)) }
            }
            for await part in group {
                if part.isAppend { outcome.appends += part.times } else { outcome.deliveries += part.times }
            }
        }
        outcome.appends.sort()
        outcome.deliveries.sort()
        return outcome
    }

    private func append(
        to writer: Exchange, _ id: String, _ offset: Duration, _ started: ContinuousClock.Instant
    ) async -> [Duration] {
        var times: [Duration] = []
        try? await Task.sleep(for: interval + offset)
        for number in 1...max(1, events) {
            let begun = ContinuousClock.now
            await writer.log.append(event(id, number, begun - started), at: Date())
            times.append(.now - begun)
            try? await Task.sleep(for: interval)
        }
        return times
    }

    private static func deliveries(
        _ stream: AsyncStream<LoggedEvent>, _ count: Int, _ started: ContinuousClock.Instant
    ) async -> [Duration] {
        var times: [Duration] = []
        for await event in stream {
            let now = ContinuousClock.now - started
            times.append(now - .microseconds(event.frame["sent"]?.int ?? 0))
            if times.count == count { break }
        }
        return times
    }

    private func event(_ id: String, _ number: Int, _ sent: Duration) -> SessionEvent {
        let fields: [String: JSON] = ["number": .int(number), "sent": .int(Int(sent / .microseconds(1)))]
        return SessionEvent(id, .extra(type: "level", fields: fields))
    }
}
