import Conversation
import Foundation
import Store
import Synchronization

/// A log in which an event is found only by the second page that reaches it: its process is slower than another, whose events
/// have later numbers.
final class TornLog: EventLog {
    private let log: any EventLog
    private let late: Int
    private let isThere = Mutex(false)

    init(_ log: any EventLog, late: Int) {
        (self.log, self.late) = (log, late)
    }

    @discardableResult
    func append(_ event: SessionEvent, at now: Date) async -> LoggedEvent { await log.append(event, at: now) }

    func events(of sessionID: String, after sequence: Int, limit: Int) async -> [LoggedEvent] {
        let page = await log.events(of: sessionID, after: sequence, limit: limit)
        guard let index = page.firstIndex(where: { $0.sequence == late }) else { return page }
        let isFound = isThere.withLock { isThere in
            defer { isThere = true }
            return isThere
        }
        return isFound ? page : Array(page[..<index] + page[(index + 1)...])
    }

    func extent(of sessionID: String) async -> LogExtent? { await log.extent(of: sessionID) }

    func subscribe(to sessionID: String, from sequence: Int) async -> AsyncStream<LoggedEvent> {
        await log.subscribe(to: sessionID, from: sequence)
    }

    func subscribeToAll() async -> AsyncStream<LoggedEvent> { await log.subscribeToAll() }
}
