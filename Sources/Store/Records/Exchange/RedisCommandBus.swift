import Document
import FoundationEssentials
import Redis
package import Supervision
import Synchronization

/// Commands between processes that share a Redis server.
///
/// A command stays in its session's stream until it is acknowledged, so whoever holds the session next gets it again.
/// Bounds: `capacity` commands a session that are not acknowledged, and fifteen minutes after the newest of them.
package final class RedisCommandBus: CommandBus {
    private struct Receiver {
        let id: Int
        let continuation: AsyncStream<Command>.Continuation
        /// The entry that was read last.
        var position = "0-0"
    }

    private struct State {
        var receivers: [String: Receiver] = [:]
        var count = 0
        /// Acknowledgements that Redis has not taken, oldest first.
        var owed: [(command: String, session: String)] = []
    }

    private static let owedLimit = 1_000

    private let client: RedisClient
    private let capacity: Int
    private let clock: @Sendable () -> Date
    private let state = Mutex(State())
    private let reading: Rounds

    init(
        _ client: RedisClient, wakeUps: WakeUps, capacity: Int = 256,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.client = client
        self.capacity = capacity
        self.clock = clock
        let reading = Rounds()
        self.reading = reading
        wakeUps.listen { [weak self] signal in
            guard case .commands(let session) = signal, let self else { return }
            if self.state.withLock({ $0.receivers[session] != nil }) { reading.begin() }
        }
        reading.start { [weak self] in await self?.look() }
    }

    package func send(_ command: Command) async throws(StoreError) {
        guard let json = try? JSON(encoding: command) else { throw .invalid("command") }
        let keys = RedisKeys(command.session)
        do throws(RedisError) {
            try await client.script(
                CommandScript.send, keys: [keys.commands, keys.lease],
                [command.id, json.text, capacity, "c \(command.session)"])
        } catch .refused("NOHOLDER") {
            throw .unavailable("nobody holds the session")
        } catch .refused("FULL") {
            throw .full("the queue of commands")
        } catch {
            throw StoreError(error, about: "a command")
        }
    }

    package func commands(for session: String) -> AsyncStream<Command> {
        // Bounded by the stream it is read from.
        let (stream, continuation) = AsyncStream.makeStream(of: Command.self)
        let id = state.withLock { state in
            state.count += 1
            state.receivers[session]?.continuation.finish()
            state.receivers[session] = Receiver(id: state.count, continuation: continuation)
            return state.count
        }
        continuation.onTermination = { [weak self] termination in
            guard case .cancelled = termination else { return }
            self?.state.withLock { state in
                if state.receivers[session]?.id == id { state.receivers[session] = nil }
            }
        }
        reading.begin()
        return stream
    }

    package func acknowledge(_ command: String, of session: String) async {
        if await isAcknowledged(command, session) { return }
        // Said again when Redis is back; a next holder that asks before then knows the command by its id.
        state.withLock { state in
            state.owed.append((command, session))
            if state.owed.count > Self.owedLimit { state.owed.removeFirst() }
        }
    }

    private func isAcknowledged(_ command: String, _ session: String) async -> Bool {
        let keys = RedisKeys(session)
        let reply = try? await client.script(
            CommandScript.acknowledge, keys: [keys.commands, keys.lease], [command])
        return reply != nil
    }

    /// Reads what is new for all receivers, in one round trip.
    private func look() async {
        let (receivers, owed) = state.withLock { state in
            defer { state.owed = [] }
            return (state.receivers.mapValues { ($0.id, $0.position) }, state.owed)
        }
        for (command, session) in owed { await acknowledge(command, of: session) }
        guard !receivers.isEmpty else { return }
        let asked = receivers.map { (session: $0.key, id: $0.value.0, position: $0.value.1) }
        let commands = asked.map {
            RedisCommand(["XRANGE", RedisKeys($0.session).commands, "(\($0.position)", "+", "COUNT", capacity])
        }
        guard let replies = try? await client.pipeline(commands) else { return }
        for (receiver, reply) in zip(asked, replies) { give(reply, to: receiver.session, receiver.id) }
    }

    private func give(_ reply: RedisReply, to session: String, _ receiver: Int) {
        let now = clock()
        state.withLock { state in
            guard state.receivers[session]?.id == receiver else { return }
            for entry in reply.array ?? [] {
                guard let parts = entry.array, parts.count == 2, let position = parts[0].text else { continue }
                state.receivers[session]?.position = position
                let text = parts[1].array?.last?.text
                guard let json = text.flatMap({ try? JSON(parsing: $0) }), let command = try? Command(json),
                    now.timeIntervalSince(command.expiry) <= Command.longestLife
                else { continue }
                state.receivers[session]?.continuation.yield(command)
            }
        }
    }

    /// Ends all streams.
    func close() {
        reading.end()
        let receivers = state.withLock { state in
            defer { state.receivers = [:] }
            return state.receivers.values.map(\.continuation)
        }
        for receiver in receivers { receiver.finish() }
    }
}
