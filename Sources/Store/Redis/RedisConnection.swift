/// One thread's place at the server: a connection while there is one.
final class RedisConnection {
    private let address: RedisAddress
    private let timeout: Duration
    private var socket: RedisSocket?

    init(to address: RedisAddress, timeout: Duration) {
        self.address = address
        self.timeout = timeout
    }

    /// Sends commands in one go and waits for all of their replies.
    ///
    /// After any error the connection is dropped: a reply that comes late must not be taken for another command's.
    func run(_ commands: [RedisCommand], within limit: Duration) throws(RedisError) -> [RedisReply] {
        if socket?.isQuiet != true { socket = nil }
        if socket == nil { socket = try connect() }
        do {
            return try exchange(commands, until: .now + limit)
        } catch {
            socket = nil
            throw error
        }
    }

    /// Connects anew and listens on channels; from then on only `message` and `ask` are of use.
    func subscribe(to channels: [String]) throws(RedisError) {
        socket = nil
        socket = try connect()
        _ = try exchange([RedisCommand(["SUBSCRIBE"] + channels)], until: .now + timeout)
    }

    /// What was said on the channel, or the answer to `ask`; `nil` when nothing was said in time.
    func message(within limit: Duration) throws(RedisError) -> RedisReply? {
        do throws(RedisError) {
            return try socket?.reply(until: .now + limit)
        } catch .timedOut {
            return nil
        } catch {
            socket = nil
            throw error
        }
    }

    /// Asks the server whether it is there.
    func ask() throws(RedisError) {
        try socket?.send(RedisCommand(["PING"]).encoded, until: .now + timeout)
    }

    private func exchange(
        _ commands: [RedisCommand], until deadline: ContinuousClock.Instant
    ) throws(RedisError) -> [RedisReply] {
        guard socket != nil else { throw .unavailable("there is no connection") }
        try socket?.send(commands.flatMap(\.encoded), until: deadline)
        var replies: [RedisReply] = []
        for _ in commands { replies.append(try socket?.reply(until: deadline) ?? .null) }
        return replies
    }

    /// Connects, signs in and chooses the database.
    private func connect() throws(RedisError) -> RedisSocket {
        let deadline = ContinuousClock.now + timeout
        let socket = try RedisSocket.connected(to: address, until: deadline)
        for (command, refusal) in greeting {
            try socket.send(command.encoded, until: deadline)
            let reply: RedisReply
            do { reply = try socket.reply(until: deadline) } catch .timedOut {
                throw .unavailable("the server does not answer")
            } catch { throw error }
            guard case .error(let code) = reply else { continue }
            if let reason = Self.unreadiness(code) { throw .unavailable(reason) }
            throw .cannotOpen("Redis refuses the \(refusal) with \(code)")
        }
        return socket
    }

    /// What is said first, and what it is about. The last asks for nothing, but a server that wants a password says so.
    private var greeting: [(RedisCommand, String)] {
        var commands: [(RedisCommand, String)] = []
        if let password = address.password {
            commands.append((RedisCommand(["AUTH"] + (address.user.map { [$0] } ?? []) + [password]), "password"))
        }
        if address.database != 0 { commands.append((["SELECT", address.database], "database's number")) }
        return commands.isEmpty ? [(["PING"], "client")] : commands
    }

    /// Why a server that is there is of no use now.
    static func unreadiness(_ code: String) -> String? {
        switch code {
        case "LOADING": "the server is loading its data"
        case "MASTERDOWN", "CLUSTERDOWN": "the server has lost its peers"
        default: nil
        }
    }
}
