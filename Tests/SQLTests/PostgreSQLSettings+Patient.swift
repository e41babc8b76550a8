import SQL

extension PostgreSQLSettings {
    /// For a machine that is busy with other tests: no time limit decides a result. Few connections: many tests share
    /// one server.
    static var patient: PostgreSQLSettings {
        var settings = PostgreSQLSettings()
        settings.connections = 4
        settings.patience = .seconds(120)
        settings.connectTimeout = .seconds(120)
        settings.statementTimeout = .seconds(120)
        return settings
    }
}
