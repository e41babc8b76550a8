/// What Redis does with a session in one go.
enum SessionScript {
    /// `KEYS`: state, version. `ARGV`: the state, seconds to live, and the version that must be there, empty for any.
    /// Returns the new version.
    static let save = """
        local version = 0
        if redis.call('EXISTS', KEYS[1]) == 1 then version = tonumber(redis.call('GET', KEYS[2])) or 0 end
        if ARGV[3] ~= '' and tonumber(ARGV[3]) ~= version then return redis.error_reply('CONFLICT somebody else wrote') end
        redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
        redis.call('SET', KEYS[2], string.format('%.0f', version + 1), 'EX', ARGV[2])
        return version + 1
        """
}
