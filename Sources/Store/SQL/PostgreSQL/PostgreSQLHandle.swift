import CPostgreSQL
import Glibc

/// libpq's connection, without blocking calls: every wait has a deadline.
@safe struct PostgreSQLHandle: ~Copyable {
    private let connection: OpaquePointer

    private init(_ connection: OpaquePointer) {
        unsafe self.connection = connection
    }

    /// Connects and signs in.
    ///
    /// Throws `cannotOpen` when the server refuses the user, the password or the database's name, else `unavailable`.
    static func connected(
        to address: PostgreSQLAddress, until deadline: ContinuousClock.Instant
    ) throws(SQLError) -> PostgreSQLHandle {
        guard let connection = unsafe start(address) else { throw .unavailable("there is no memory left") }
        // With their codes, which are the same in every language.
        _ = unsafe PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
        _ = unsafe PQsetNoticeProcessor(connection, { _, _ in }, nil)
        let handle = unsafe PostgreSQLHandle(connection)
        try handle.finishConnecting(until: deadline)
        guard unsafe PQsetnonblocking(connection, 1) == 0 else { throw handle.lost() }
        return handle
    }

    deinit { unsafe PQfinish(connection) }

    /// Whether the connection can be used again.
    var isAlive: Bool { unsafe PQstatus(connection) == CONNECTION_OK }

    /// Whether a transaction has begun and none of its statements has failed.
    var isInTransaction: Bool { unsafe PQtransactionStatus(connection) == PQTRANS_INTRANS }

    /// Sends statements without values.
    func send(_ statements: String) throws(SQLError) {
        guard unsafe PQsendQuery(connection, statements) == 1 else { throw lost() }
    }

    /// Asks the server to prepare a statement.
    func sendPrepare(_ name: String, _ statement: String, types: [UInt32]) throws(SQLError) {
        guard unsafe PQsendPrepare(connection, name, statement, Int32(types.count), types) == 1 else { throw lost() }
    }

    /// Runs a prepared statement. Results come as text.
    func send(prepared name: String, _ arguments: PostgreSQLArguments) throws(SQLError) {
        let isSent = unsafe arguments.withPointers { pointers in
            unsafe PQsendQueryPrepared(
                connection, name, Int32(arguments.count), pointers, arguments.lengths, arguments.formats, 0) == 1
        }
        guard isSent else { throw lost() }
    }

    /// The next result of what was sent; `nil` behind the last. Throws `timedOut` or `unavailable`; the connection is of no
    /// use then.
    func result(until deadline: ContinuousClock.Instant) throws(SQLError) -> PostgreSQLResult? {
        while true {
            let flushed = unsafe PQflush(connection)
            guard flushed == 0 else {
                if flushed < 0 { throw lost() }
                try wait(for: POLLIN | POLLOUT, until: deadline)
                guard unsafe PQconsumeInput(connection) == 1 else { throw lost() }
                continue
            }
            guard unsafe PQisBusy(connection) == 1 else { break }
            try wait(for: POLLIN, until: deadline)
            guard unsafe PQconsumeInput(connection) == 1 else { throw lost() }
        }
        guard let result = unsafe PQgetResult(connection) else { return nil }
        return unsafe PostgreSQLResult(result)
    }

    /// The connection failed; libpq's words on one line, without those about the server's own source. They name hosts and users, never passwords or values.
    func lost() -> SQLError {
        .unavailable(message)
    }

    private var message: String {
        let text = unsafe String(cString: PQerrorMessage(connection))
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }
            .filter { !$0.isEmpty && !$0.contains(#/\.c:\d+$/#) }
        return lines.isEmpty ? "the connection was lost" : lines.joined(separator: "; ")
    }

    private static func start(_ address: PostgreSQLAddress) -> OpaquePointer? {
        let keywords = unsafe address.parameters.map { unsafe strdup($0.keyword) } + [nil]
        let values = unsafe address.parameters.map { unsafe strdup($0.value) } + [nil]
        defer { unsafe (keywords + values).forEach { unsafe free($0) } }
        return unsafe PQconnectStartParams(
            keywords.map { unsafe UnsafePointer($0) }, values.map { unsafe UnsafePointer($0) }, 0)
    }

    private func finishConnecting(until deadline: ContinuousClock.Instant) throws(SQLError) {
        var next = PGRES_POLLING_WRITING
        while next != PGRES_POLLING_OK {
            guard unsafe PQstatus(connection) != CONNECTION_BAD, next != PGRES_POLLING_FAILED else { throw refusal }
            do {
                try wait(for: next == PGRES_POLLING_READING ? POLLIN : POLLOUT, until: deadline)
            } catch {
                throw .unavailable("the server did not answer in time")
            }
            next = unsafe PQconnectPoll(connection)
        }
    }

    /// Why there is no connection. In its words a server's refusal has its SQLSTATE between colons.
    private var refusal: SQLError {
        let message = message
        // Class 28: invalid authorization; 3D000: no such database (PostgreSQL, appendix A).
        let isFinal = message.contains(#/: +(28[0-9A-Z]{3}|3D000): /#)
        return isFinal ? .cannotOpen("the database refuses: \(message)") : .unavailable(message)
    }

    private func wait(for events: Int32, until deadline: ContinuousClock.Instant) throws(SQLError) {
        var socket = unsafe pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
        guard socket.fd >= 0 else { throw lost() }
        while true {
            let left = deadline - .now
            guard left > .zero else { throw .timedOut }
            let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1
            let ready = unsafe poll(&socket, 1, Int32(clamping: milliseconds))
            if ready > 0 { return }
            if ready < 0, errno != EINTR { throw .unavailable("the system cannot wait for the connection") }
        }
    }
}
