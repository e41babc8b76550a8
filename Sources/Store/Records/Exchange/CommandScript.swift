/// What Redis does with commands in one go. `KEYS`: commands, lease.
enum CommandScript {
    /// `ARGV`: the command's id, its JSON, commands that may wait, the message that wakes its holder.
    static let send = """
        if redis.call('EXISTS', KEYS[2]) == 0 then return redis.error_reply('NOHOLDER nobody holds the session') end
        if redis.call('XLEN', KEYS[1]) >= tonumber(ARGV[3]) then return redis.error_reply('FULL too many wait') end
        redis.call('XADD', KEYS[1], '*', 'i', ARGV[1], 'c', ARGV[2])
        redis.call('EXPIRE', KEYS[1], 900)
        redis.call('PUBLISH', 'wake', ARGV[4])
        return 1
        """

    /// `ARGV`: the command's id.
    static let acknowledge = """
        for _, entry in ipairs(redis.call('XRANGE', KEYS[1], '-', '+')) do
            if entry[2][2] == ARGV[1] then redis.call('XDEL', KEYS[1], entry[1]) end
        end
        return 1
        """
}
