/// Who there is and what they did, as tables. Both dialects understand the same statements: moments are milliseconds since 1970,
/// lists and values are JSON, secrets are digests.
enum IdentityTables {
    static let statements = """
        CREATE TABLE users (
            workspace_id TEXT NOT NULL,
            id TEXT NOT NULL PRIMARY KEY,
            email TEXT NOT NULL,
            name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('operator', 'supervisor', 'admin')),
            password_hash TEXT,
            is_active BOOLEAN NOT NULL,
            skills TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('online', 'away', 'offline')),
            created_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL,
            UNIQUE (workspace_id, email)
        );
        CREATE TABLE api_keys (
            workspace_id TEXT NOT NULL,
            id TEXT NOT NULL PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('caller', 'operator', 'supervisor', 'admin', 'worker')),
            owner_id TEXT REFERENCES users(id) ON DELETE CASCADE,
            is_publishable BOOLEAN NOT NULL,
            scopes TEXT,
            origins TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            expires_at BIGINT,
            last_used_at BIGINT,
            revoked_at BIGINT
        );
        CREATE INDEX api_keys_on_workspace_id ON api_keys(workspace_id, created_at);
        CREATE INDEX api_keys_on_owner_id ON api_keys(owner_id);
        CREATE TABLE sign_ins (
            workspace_id TEXT NOT NULL,
            family TEXT NOT NULL PRIMARY KEY,
            user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            revoked_at BIGINT
        );
        CREATE INDEX sign_ins_on_user_id ON sign_ins(user_id);
        CREATE INDEX sign_ins_on_expires_at ON sign_ins(expires_at);
        CREATE TABLE refresh_tokens (
            workspace_id TEXT NOT NULL,
            hash TEXT NOT NULL PRIMARY KEY,
            family TEXT NOT NULL REFERENCES sign_ins(family) ON DELETE CASCADE,
            created_at BIGINT NOT NULL,
            used_at BIGINT
        );
        CREATE INDEX refresh_tokens_on_family ON refresh_tokens(family);
        CREATE TABLE revoked_tokens (
            workspace_id TEXT NOT NULL,
            id TEXT NOT NULL,
            expires_at BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, id)
        );
        CREATE INDEX revoked_tokens_on_expires_at ON revoked_tokens(expires_at);
        CREATE TABLE stream_tickets (
            workspace_id TEXT NOT NULL,
            hash TEXT NOT NULL PRIMARY KEY,
            payload TEXT NOT NULL,
            expires_at BIGINT NOT NULL
        );
        CREATE INDEX stream_tickets_on_expires_at ON stream_tickets(expires_at);
        CREATE TABLE idempotency_keys (
            workspace_id TEXT NOT NULL,
            principal TEXT NOT NULL,
            route TEXT NOT NULL,
            key TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            attempt TEXT NOT NULL,
            response TEXT,
            begun_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            PRIMARY KEY (workspace_id, principal, route, key)
        );
        CREATE INDEX idempotency_keys_on_expires_at ON idempotency_keys(expires_at);
        CREATE TABLE audit_log (
            workspace_id TEXT NOT NULL,
            seq BIGINT NOT NULL,
            at BIGINT NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            target TEXT NOT NULL,
            before_value TEXT,
            after_value TEXT,
            request_id TEXT,
            prev_hash TEXT NOT NULL,
            hash TEXT NOT NULL,
            PRIMARY KEY (workspace_id, seq)
        );
        CREATE INDEX audit_log_on_actor ON audit_log(workspace_id, actor, seq);
        CREATE INDEX audit_log_on_target ON audit_log(workspace_id, target, seq);
        """
}
