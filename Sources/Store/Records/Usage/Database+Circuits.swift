package import FoundationEssentials
import SQL

/// Circuits live in the processes that ask the engines; here they tell each other of them.
extension Database {
    /// Tells how a process's circuits are, and returns the names of those that somebody wants reset. Endpoints are told of
    /// those that opened or closed since.
    package func report(_ circuits: [CircuitRecord]) async throws(StoreError) -> [String] {
        try await writing { transaction in
            var resets: [String] = []
            for circuit in circuits {
                let old = try transaction.first(
                    "SELECT state, reset_at FROM circuits WHERE process = ? AND name = ?",
                    [circuit.process, circuit.name])
                let wish: Int? = try old?["reset_at"]
                if wish != nil { resets.append(circuit.name) }
                try transaction.put(circuit)
                try transaction.enterWebhooks(for: circuit, after: try old?["state"])
            }
            return resets
        }
    }

    /// The circuits of every process that told of them lately, in the order of their names. Those of processes that are gone
    /// for an hour are forgotten.
    package func circuits(now: Date) async throws(StoreError) -> [CircuitRecord] {
        try await writing { transaction in
            try transaction.execute("DELETE FROM circuits WHERE at < ?", [Moment.milliseconds(now) - 3_600_000])
            let oldest = now.addingTimeInterval(-CircuitRecord.lifetime)
            return try transaction.query(
                "SELECT * FROM circuits WHERE at >= ? ORDER BY name, process LIMIT 1000",
                [Moment.milliseconds(oldest)]
            ).map { try CircuitRecord(row: $0) }
        }
    }

    /// Wants every circuit of this name reset; each process does it when it tells of its circuits next. `false` when there is
    /// none.
    package func resetCircuits(_ name: String, now: Date) async throws(StoreError) -> Bool {
        try await writing { transaction in
            try transaction.execute(
                "UPDATE circuits SET reset_at = ? WHERE name = ? AND at >= ?",
                [
                    Moment.milliseconds(now), name,
                    Moment.milliseconds(now.addingTimeInterval(-CircuitRecord.lifetime)),
                ]) > 0
        }
    }
}

extension SQLTransaction {
    fileprivate func put(_ circuit: CircuitRecord) throws {
        try execute(
            """
            INSERT INTO circuits (workspace_id, process, name, state, failures, model, wait_ms, p95_ms, at, reset_at)
            VALUES ('', ?, ?, ?, ?, ?, ?, ?, ?, NULL)
            ON CONFLICT (process, name) DO UPDATE SET state = excluded.state, failures = excluded.failures,
                model = excluded.model, wait_ms = excluded.wait_ms, p95_ms = excluded.p95_ms, at = excluded.at,
                reset_at = NULL
            """,
            [
                circuit.process, circuit.name, circuit.state, circuit.failures, circuit.model, circuit.wait,
                circuit.p95, Moment.milliseconds(circuit.at),
            ])
    }
}

extension CircuitRecord {
    fileprivate init(row: SQLRow) throws(SQLError) {
        self.init(
            process: try row["process"], name: try row["name"], state: try row["state"],
            at: Moment.date(try row["at"]))
        failures = try row["failures"]
        model = try row["model"]
        wait = try row["wait_ms"]
        p95 = try row["p95_ms"]
    }
}
