import Synchronization

extension RedisClient {
    /// Runs a script in Lua, which the server executes as one: no other command comes between its own.
    ///
    /// The script is sent once; from then on the server knows it by its digest, until it forgets it. A script answers
    /// `redis.error_reply('TAKEN …')` to have `refused(code: "TAKEN")` thrown.
    ///
    /// - Parameters:
    ///   - source: a constant of the program, never put together from values.
    ///   - keys: the script's `KEYS`.
    ///   - arguments: the script's `ARGV`.
    ///   - limit: how long it may take, when that is not the settings' `timeout`.
    @discardableResult
    package func script(
        _ source: String, keys: [String] = [], _ arguments: [any RedisArgument] = [], within limit: Duration? = nil
    ) async throws(RedisError) -> RedisReply {
        let operands: [any RedisArgument] = [keys.count] + keys + arguments
        if let digest = digests.withLock({ $0[source] }) {
            do {
                return try await command(RedisCommand(["EVALSHA", digest] + operands), within: limit)
            } catch .refused(code: "NOSCRIPT") {
                // The server was started anew, or told to forget: it has done nothing.
            } catch {
                throw error
            }
        }
        let replies = try await pipeline(
            [["SCRIPT", "LOAD", source], RedisCommand(["EVAL", source] + operands)], within: limit)
        if let digest = replies[0].text { digests.withLock { $0[source] = digest } }
        if case .error(let code) = replies[1] { throw .refused(code: code) }
        return replies[1]
    }
}
