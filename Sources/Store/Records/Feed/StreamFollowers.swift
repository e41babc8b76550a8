import Redis
import Synchronization

/// Those in this process who follow streams of a Redis server. Each stream is read once for all of them, when its session
/// wakes them and each second; all that are due are read in one round trip.
final class StreamFollowers: Sendable {
    private struct State {
        var readers = EventReaders()
        /// The newest event that was given to those who follow a session.
        var positions: [String: Int] = [:]
        /// Sessions that may have more.
        var due: Set<String> = []
        /// When all were looked at.
        var looked = ContinuousClock.now

        /// What is read now: what is due; once a second all that is followed, for what woke nobody.
        mutating func takeDue(_ now: ContinuousClock.Instant) -> Set<String> {
            if now - looked >= .milliseconds(900) {
                looked = now
                due.formUnion(readers.sessions)
            }
            defer { due = [] }
            return due
        }
    }

    /// Events of a session in one round trip, and room for those who are slower than that.
    private static let page = 500
    private static let buffer = 1_024
    /// Sessions whose place is remembered for those who follow all.
    private static let limit = 10_000

    private let client: RedisClient
    private let state = Mutex(State())
    private let reading = Rounds()

    init(_ client: RedisClient, wakeUps: WakeUps) {
        self.client = client
        wakeUps.listen { [weak self] in self?.hear($0) }
        reading.start { [weak self] in await self?.look() }
    }

    func close() {
        reading.end()
    }

    /// What is appended to a session from now on.
    func follow(_ session: String) async -> AsyncStream<LoggedEvent> {
        let isKnown = state.withLock { $0.positions[session] != nil }
        let last = isKnown ? 0 : (try? await last(of: session)) ?? 0
        let stream = state.withLock { state in
            // What was appended since the place was asked for wakes nobody any more.
            state.due.insert(session)
            if state.positions[session] == nil { state.positions[session] = last }
            return state.readers.add(session, buffer: Self.buffer) { [weak self] id in
                self?.state.withLock { $0.readers.remove(id, of: session) }
            }
        }
        reading.begin()
        return stream
    }

    /// What is appended to any session from now on. Ends when something may have been missed.
    func followAll() -> AsyncStream<LoggedEvent> {
        state.withLock { state in
            state.readers.add(nil, buffer: Self.buffer) { [weak self] id in
                self?.state.withLock { $0.readers.remove(id, of: nil) }
            }
        }
    }

    /// The newest number of a stream; 0 for one that is not there.
    func last(of session: String) async throws(RedisError) -> Int {
        let reply = try await client.command(["XREVRANGE", RedisKeys(session).events, "+", "-", "COUNT", 1])
        return reply.array?.first.flatMap { StreamEntry($0, of: session)?.event.sequence } ?? 0
    }

    /// An event of this process: given at once when it is the next one.
    func give(_ event: LoggedEvent) {
        state.withLock { state in
            guard let position = state.positions[event.sessionID], event.sequence == position + 1 else { return }
            state.positions[event.sessionID] = event.sequence
            state.readers.give(event)
        }
    }

    private func hear(_ signal: WakeUps.Signal) {
        let isDue = state.withLock { state -> Bool in
            switch signal {
            case .commands, .entry: return false
            case .deaf:
                // Which sessions were woken meanwhile, nobody knows: whoever follows all begins anew.
                state.readers.end(nil)
                return false
            case .hearing:
                state.due.formUnion(state.positions.keys)
                return true
            case .events(let session, let last):
                if state.readers.follow(nil), state.positions[session] == nil { state.positions[session] = last - 1 }
                guard let position = state.positions[session], position < last else { return false }
                state.due.insert(session)
                return true
            }
        }
        if isDue { reading.begin() }
    }

    /// Reads what is due; what nobody follows any more is forgotten.
    private func look() async {
        let asked = state.withLock { state -> [(session: String, position: Int)] in
            if !state.readers.follow(nil) || state.positions.count > Self.limit {
                state.positions = state.positions.filter { state.readers.follow($0.key) }
            }
            return state.takeDue(.now).compactMap { session in state.positions[session].map { (session, $0) } }
        }
        guard !asked.isEmpty else { return }
        let ranges = asked.map {
            RedisCommand(["XRANGE", RedisKeys($0.session).events, "(\($0.position)-0", "+", "COUNT", Self.page])
        }
        guard let replies = try? await client.pipeline(ranges) else { return }
        for ((session, _), reply) in zip(asked, replies) {
            take((reply.array ?? []).compactMap { StreamEntry($0, of: session)?.event }, of: session)
        }
        if !state.withLock(\.due.isEmpty) { reading.begin() }
    }

    private func take(_ events: [LoggedEvent], of session: String) {
        state.withLock { state in
            for event in events {
                guard let position = state.positions[session], event.sequence > position else { continue }
                state.positions[session] = event.sequence
                state.readers.give(event)
            }
            if events.count >= Self.page { state.due.insert(session) }
        }
    }
}
