import CHiredis
import Glibc

/// A connection to a server, and hiredis's parser of what comes from it. Every wait has a deadline.
@safe struct RedisSocket: ~Copyable {
    private let context: UnsafeMutablePointer<redisContext>

    private init(_ context: UnsafeMutablePointer<redisContext>) {
        unsafe self.context = context
    }

    deinit { unsafe redisFree(context) }

    /// Connects; throws `unavailable`.
    static func connected(
        to address: RedisAddress, until deadline: ContinuousClock.Instant
    ) throws(RedisError) -> RedisSocket {
        guard let context = unsafe redisConnectNonBlock(address.host, Int32(address.port)) else {
            throw .unavailable("there is no memory left")
        }
        let socket = unsafe RedisSocket(context)
        guard unsafe context.pointee.err == 0 else { throw .unavailable(unsafe Self.words(of: context)) }
        do {
            try socket.wait(for: POLLOUT, until: deadline)
        } catch {
            throw .unavailable("nobody answers at the address")
        }
        var code: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard unsafe getsockopt(context.pointee.fd, SOL_SOCKET, SO_ERROR, &code, &length) == 0, code == 0 else {
            throw .unavailable(Self.words(for: code))
        }
        return socket
    }

    /// Whether nothing has come that nobody asked for, such as the connection's end.
    var isQuiet: Bool {
        var state = unsafe pollfd(fd: context.pointee.fd, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&state, 1, 0) == 0
    }

    /// Sends all bytes.
    func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(RedisError) {
        var sent = 0
        while sent < bytes.count {
            // Whoever writes to a closed connection is told so by the return value, not by a signal.
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.send(
                    context.pointee.fd, buffer.baseAddress?.advanced(by: sent), bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                try wait(for: POLLOUT, until: deadline)
            } else if errno != EINTR {
                throw .unavailable(Self.words(for: errno))
            }
        }
    }

    /// The next reply.
    func reply(until deadline: ContinuousClock.Instant) throws(RedisError) -> RedisReply {
        while true {
            var reply: UnsafeMutableRawPointer?
            guard unsafe redisReaderGetReply(context.pointee.reader, &reply) == REDIS_OK else {
                throw .unavailable("what answers is no Redis server")
            }
            if let reply = unsafe reply {
                defer { unsafe freeReplyObject(reply) }
                return unsafe RedisReply(reply.assumingMemoryBound(to: redisReply.self))
            }
            try wait(for: POLLIN, until: deadline)
            try read()
        }
    }

    /// Gives the parser what has come.
    private func read() throws(RedisError) {
        let outcome = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16 * 1024) { buffer in
            let count = unsafe recv(context.pointee.fd, buffer.baseAddress, buffer.count, 0)
            guard count > 0 else { return (count: count, isFed: true) }
            let isFed = unsafe redisReaderFeed(context.pointee.reader, buffer.baseAddress, count) == REDIS_OK
            return (count: count, isFed: isFed)
        }
        if outcome.count == 0 { throw .unavailable("the server closed the connection") }
        if outcome.count < 0, errno != EAGAIN, errno != EINTR { throw .unavailable(Self.words(for: errno)) }
        if !outcome.isFed { throw .unavailable("there is no memory left") }
    }

    private func wait(for events: Int32, until deadline: ContinuousClock.Instant) throws(RedisError) {
        var state = unsafe pollfd(fd: context.pointee.fd, events: Int16(events), revents: 0)
        while true {
            let left = deadline - .now
            guard left > .zero else { throw .timedOut }
            let ready = unsafe poll(&state, 1, Int32(clamping: Int(left / .milliseconds(1)) + 1))
            if ready > 0 { return }
            if ready < 0, errno != EINTR { throw .unavailable(Self.words(for: errno)) }
        }
    }

    private static func words(for code: Int32) -> String {
        unsafe String(cString: strerror(code))
    }

    private static func words(of context: UnsafeMutablePointer<redisContext>) -> String {
        unsafe withUnsafeBytes(of: context.pointee.errstr) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}

extension RedisReply {
    fileprivate init(_ reply: UnsafePointer<redisReply>) {
        let bytes = unsafe UnsafeRawBufferPointer(start: reply.pointee.str, count: reply.pointee.len)
        switch unsafe reply.pointee.type {
        case REDIS_REPLY_INTEGER: self = .integer(unsafe Int(reply.pointee.integer))
        case REDIS_REPLY_STRING: self = .bulk(unsafe Array(bytes))
        case REDIS_REPLY_STATUS: self = .status(unsafe String(decoding: bytes, as: UTF8.self))
        case REDIS_REPLY_ERROR:
            self = .error(code: unsafe String(decoding: bytes.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self))
        case REDIS_REPLY_ARRAY:
            let elements = unsafe UnsafeBufferPointer(start: reply.pointee.element, count: reply.pointee.elements)
            self = .array(unsafe elements.map { element in unsafe element.map { unsafe RedisReply($0) } ?? .null })
        default: self = .null
        }
    }
}
