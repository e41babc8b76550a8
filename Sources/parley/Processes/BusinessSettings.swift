import Pack

/// Which business is served, and where its data and its conversations are kept.
struct BusinessSettings: Sendable {
    /// Where the tables are.
    enum Place: Sendable {
        /// A SQLite file.
        case file(String)
        /// A PostgreSQL server. The address may hold a password.
        case server(url: String)
    }

    let pack: BusinessPack
    let place: Place
    /// The Redis server of sessions and checkpoints, if there is one. The address may hold a password.
    let redis: String?
    /// Where this machine keeps what must outlast a process: a journal, a secret.
    let folder: String
}
