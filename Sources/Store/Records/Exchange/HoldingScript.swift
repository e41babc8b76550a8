/// What Redis does with a holding in one go. `KEYS`: lease, epoch. `ARGV`: the process, then what is said of each.
enum HoldingScript {
    /// `ARGV`: process, milliseconds to hold, an epoch that the next one must exceed, 1 when the process has a lifeline. Returns the epoch; 0 when another
    /// process has the session.
    static let claim = """
        local held = redis.call('HMGET', KEYS[1], 'process', 'epoch')
        if held[1] and held[1] ~= ARGV[1] then return 0 end
        local epoch = held[2]
        if not epoch then
            local known = math.max(tonumber(redis.call('GET', KEYS[2]) or '0'), tonumber(ARGV[3]))
            epoch = string.format('%.0f', known + 1)
            redis.call('SET', KEYS[2], epoch, 'EX', 2592000)
        end
        redis.call('HSET', KEYS[1], 'process', ARGV[1], 'epoch', epoch, 'lifeline', ARGV[4])
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        return tonumber(epoch)
        """

    /// `ARGV`: process, milliseconds, epoch. Returns 1 when the process has the session, also when Redis had forgotten it.
    static let renew = """
        local held = redis.call('HMGET', KEYS[1], 'process', 'epoch')
        if held[1] then
            if held[1] ~= ARGV[1] or held[2] ~= ARGV[3] then return 0 end
        else
            if tonumber(redis.call('GET', KEYS[2]) or '0') > tonumber(ARGV[3]) then return 0 end
            redis.call('HSET', KEYS[1], 'process', ARGV[1], 'epoch', ARGV[3])
        end
        redis.call('SET', KEYS[2], ARGV[3], 'EX', 2592000)
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        return 1
        """

    /// `ARGV`: process, epoch. The epoch rises, so that nobody renews what was let go.
    static let release = """
        local held = redis.call('HMGET', KEYS[1], 'process', 'epoch')
        if held[1] ~= ARGV[1] or held[2] ~= ARGV[2] then return 0 end
        redis.call('DEL', KEYS[1])
        redis.call('INCR', KEYS[2])
        return 1
        """
}
