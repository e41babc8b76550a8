import Synchronization
import Threads

/// A client of a Redis server, with a few connections, each on a thread of its own.
///
/// A command that blocks on purpose, such as `XREAD BLOCK`, occupies a connection meanwhile: give such readers a client of
/// their own, and a time limit longer than the block. A connection that was lost is made anew by the next command.
package final class RedisClient: Sendable {
    private let threads: ServiceThreads<RedisConnection>
    private let timeout: Duration
    /// The digests of scripts, by their source. Scripts are part of the program, so there are few.
    let digests = Mutex<[String: String]>([:])

    /// Connects to nobody yet.
    ///
    /// - Parameter url: `redis://[[user]:password@]host[:port][/database]`. Throws `invalidAddress`, whose words do not
    ///   repeat it.
    package init(url: String, settings: RedisSettings = RedisSettings()) throws(RedisError) {
        let address = try RedisAddress(url)
        let timeout = settings.timeout
        self.timeout = timeout
        threads = ServiceThreads(
            name: "redis", threads: settings.connections, capacity: settings.waiting, patience: settings.patience
        ) {
            RedisConnection(to: address, timeout: timeout)
        }
    }

    /// Runs a command; throws `refused` when the server answers with an error.
    ///
    /// - Parameter limit: how long it may take, when that is not the settings' `timeout`.
    @discardableResult
    package func command(_ command: RedisCommand, within limit: Duration? = nil) async throws(RedisError) -> RedisReply
    {
        let reply = try await pipeline([command], within: limit).first ?? .null
        if case .error(let code) = reply { throw .refused(code: code) }
        return reply
    }

    /// Sends commands in one round trip. They are executed in their order, others' commands may come between them; one
    /// that fails, with `error` for a reply, does not keep the others from being executed.
    ///
    /// - Returns: as many replies as commands. A command without a word is `refused` with `EMPTY`, and nothing is sent.
    @discardableResult
    package func pipeline(
        _ commands: [RedisCommand], within limit: Duration? = nil
    ) async throws(RedisError) -> [RedisReply] {
        // An empty command gets no answer.
        guard commands.allSatisfy({ !$0.arguments.isEmpty }) else { throw .refused(code: "EMPTY") }
        guard !commands.isEmpty else { return [] }
        let limit = limit ?? timeout
        let replies = try await perform { (connection) throws(RedisError) in try connection.run(commands, within: limit)
        }
        if case .error(let code)? = replies.first, let reason = RedisConnection.unreadiness(code) {
            throw .unavailable(reason)
        }
        return replies
    }

    /// Lets what runs end, refuses what waits with `closed`, and closes every connection.
    package func close() async {
        await threads.close()
    }

    private func perform(
        _ job: @escaping @Sendable (RedisConnection) throws(RedisError) -> [RedisReply]
    ) async throws(RedisError) -> [RedisReply] {
        do {
            return try await threads.run { connection in try job(connection) }
        } catch let error as RedisError {
            throw error
        } catch let error as ServiceThreadsError {
            throw RedisError(error)
        } catch {
            throw .cancelled
        }
    }
}

extension RedisError {
    fileprivate init(_ error: ServiceThreadsError) {
        switch error {
        case .overloaded(let waiting): self = .overloaded(waiting: waiting)
        case .timedOut(let patience): self = .noConnection(after: patience)
        case .closed: self = .closed
        }
    }
}
