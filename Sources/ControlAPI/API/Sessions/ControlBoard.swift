import Store
import Synchronization

/// The control of every session that was asked about, kept up to date by the log, so that nobody reads a log from its beginning
/// for each question.
///
/// Bounded: `capacity` sessions; beyond, all are forgotten and read again when asked for.
final class ControlBoard: Sendable {
    private let log: any EventLog
    private let directory: any SessionDirectory
    private let capacity: Int
    /// `nil` while nobody follows the log: then nothing is kept.
    private let views = Mutex<[String: ControlView]?>(nil)

    init(_ exchange: Exchange, capacity: Int = 10_000) {
        log = exchange.log
        directory = exchange.directory
        self.capacity = capacity
    }

    /// Follows the log until it is cancelled. A log that outruns it makes it forget and begin again.
    func follow() async {
        while !Task.isCancelled {
            let events = await log.subscribeToAll()
            views.withLock { $0 = [:] }
            for await event in events { take(event) }
            views.withLock { $0 = nil }
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    /// How a session's control stands.
    func view(of session: String) async -> ControlView {
        var view = views.withLock { $0?[session] } ?? ControlView()
        var last = directory.newest(of: session)
        if last == nil { last = await log.extent(of: session)?.last }
        guard let last, view.sequence < last else { return view }
        for event in await log.events(of: session, after: view.sequence) { view.take(event) }
        let read = view
        views.withLock { views in
            guard views != nil else { return }
            if views?.count ?? 0 >= capacity { views = [:] }
            if views?[session]?.sequence ?? 0 < read.sequence { views?[session] = read }
        }
        return view
    }

    private func take(_ event: LoggedEvent) {
        views.withLock { views in
            guard let known = views?[event.sessionID] else { return }
            // What came while the log was being read was not seen: it is read again when asked for.
            guard event.sequence <= known.sequence + 1 else {
                views?[event.sessionID] = nil
                return
            }
            views?[event.sessionID]?.take(event)
        }
    }
}
