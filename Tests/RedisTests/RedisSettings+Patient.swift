import Redis

extension RedisSettings {
    /// For a machine that is busy with other tests: no time limit decides a result.
    static var patient: RedisSettings {
        var settings = RedisSettings()
        settings.patience = .seconds(120)
        settings.timeout = .seconds(60)
        return settings
    }
}
