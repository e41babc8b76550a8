package import FoundationEssentials
import SQL
import Supervision

/// The controls of live sessions in a database, for the process that goes on with them.
package struct SQLControlStore: ControlStore {
    private let database: Database
    private let clock: @Sendable () -> Date

    package init(_ database: Database, clock: @escaping @Sendable () -> Date = { Date() }) {
        self.database = database
        self.clock = clock
    }

    package func save(_ control: Data, of session: String, epoch: Int) async throws(StoreError) {
        let now = clock().inMilliseconds
        try await database.writing { transaction in
            // One statement, so that a former holder's write cannot slip in between reading and writing.
            let kept = try transaction.execute(
                """
                INSERT INTO session_control (session_id, workspace_id, epoch, control, written_at)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (session_id) DO UPDATE
                SET epoch = excluded.epoch, control = excluded.control, written_at = excluded.written_at
                WHERE session_control.epoch <= excluded.epoch
                """, [session, Workspace.first, epoch, [UInt8](control), now])
            if kept == 0 { throw StoreError.conflict("a control") }
        }
    }

    package func control(of session: String) async throws(StoreError) -> Data? {
        try await database.reading { transaction in
            let row = try transaction.first("SELECT control FROM session_control WHERE session_id = ?", [session])
            let bytes: [UInt8]? = try row?["control"]
            return bytes.map { Data($0) }
        }
    }
}

extension Database {
    /// The epoch of the holder who last kept a session's control; `nil` when nobody did, or the database is away.
    func controlEpoch(of session: String) async -> Int? {
        try? await reading { transaction in
            try transaction.first("SELECT epoch FROM session_control WHERE session_id = ?", [session])?["epoch"]
        }
    }
}
