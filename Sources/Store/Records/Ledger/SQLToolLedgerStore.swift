package import Engine
package import FoundationEssentials
import SQL

/// The ledger in a database, SQLite or PostgreSQL: table `tool_calls`.
package struct SQLToolLedgerStore: ToolLedgerStore {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    package func begin(_ call: ToolCall, of session: String, at now: Date) async throws(StoreError) -> ToolStart {
        try call.validate(session: session)
        return try await database.writing { transaction in
            try transaction.lock([.call(call.id)])
            guard let known = try transaction.toolCall(call.id) else {
                guard let begun = call.beginning(at: now) else { throw StoreError(.unknownCall(id: call.id)) }
                try transaction.insert(begun, of: session)
                return .run(begun)
            }
            guard known.asksTheSame(as: call) else { throw StoreError(.differentCall(id: call.id)) }
            guard let again = known.beginning(at: now) else { return .known(known) }
            try transaction.update(again)
            return .run(again)
        }
    }

    @discardableResult
    package func finish(_ id: String, _ change: ToolChange, at now: Date) async throws(StoreError) -> ToolCall {
        try await database.writing { transaction in
            try transaction.lock([.call(id)])
            guard let call = try transaction.toolCall(id) else { throw StoreError(.unknownCall(id: id)) }
            let changed = try call.changed(change, at: now)
            try transaction.update(changed)
            return changed
        }
    }

    package func call(_ id: String) async throws(StoreError) -> ToolCall? {
        try await database.reading { try $0.toolCall(id) }
    }

    package func calls(of session: String) async throws(StoreError) -> [ToolCall] {
        try await database.reading { transaction in
            let rows = try transaction.query(
                "SELECT * FROM tool_calls WHERE session = ? ORDER BY number DESC LIMIT ?", [session, ledgerPage])
            return try rows.reversed().map(ToolCall.init(row:))
        }
    }

    @discardableResult
    package func recover(_ session: String) async throws(StoreError) -> [ToolCall] {
        try await database.writing { transaction in
            let rows = try transaction.query(
                "SELECT * FROM tool_calls WHERE session = ? AND state = 'running' ORDER BY number", [session])
            let lost = try rows.map { try ToolCall(row: $0).changed(.lose, at: .distantPast) }
            for call in lost { try transaction.update(call) }
            return lost
        }
    }
}
