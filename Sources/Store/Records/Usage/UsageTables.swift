/// What engines cost, who may spend how much, and which engines rest, as tables. Both dialects understand the same statements:
/// moments are milliseconds since 1970, money is millionths of the currency.
enum UsageTables {
    static let statements = """
        CREATE TABLE usage_ledger (
            workspace_id TEXT NOT NULL,
            id TEXT NOT NULL PRIMARY KEY,
            session_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            provider TEXT NOT NULL,
            model TEXT NOT NULL,
            outcome TEXT NOT NULL,
            sound_ms BIGINT NOT NULL,
            characters BIGINT NOT NULL,
            input_tokens BIGINT NOT NULL,
            output_tokens BIGINT NOT NULL,
            cost_micros BIGINT NOT NULL,
            at BIGINT NOT NULL
        );
        CREATE INDEX usage_ledger_on_at ON usage_ledger(workspace_id, at);
        CREATE INDEX usage_ledger_on_session_id ON usage_ledger(session_id);
        CREATE TABLE budgets (
            workspace_id TEXT NOT NULL,
            scope TEXT NOT NULL,
            period TEXT NOT NULL CHECK (period IN ('day', 'month')),
            soft_micros BIGINT,
            hard_micros BIGINT,
            updated_at BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, scope, period)
        );
        CREATE TABLE budget_notices (
            workspace_id TEXT NOT NULL,
            scope TEXT NOT NULL,
            period TEXT NOT NULL,
            begins_at BIGINT NOT NULL,
            level TEXT NOT NULL CHECK (level IN ('soft', 'hard')),
            told_at BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, scope, period, begins_at, level)
        );
        CREATE TABLE circuits (
            workspace_id TEXT NOT NULL,
            process TEXT NOT NULL,
            name TEXT NOT NULL,
            state TEXT NOT NULL,
            failures BIGINT NOT NULL,
            model TEXT NOT NULL,
            wait_ms BIGINT,
            p95_ms BIGINT,
            at BIGINT NOT NULL,
            reset_at BIGINT,
            PRIMARY KEY (process, name)
        );
        """
}
