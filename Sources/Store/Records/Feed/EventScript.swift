/// What Redis does with a session's events in one go. `KEYS`: events, lease, epoch.
enum EventScript {
    /// Appends an event behind the newest, wakes those who read, and returns its number.
    ///
    /// `ARGV`: 1 the appender's epoch, empty for one that does not hold the session; 2 its process; 3 the newest number it
    /// knows; 4 `1` to number on from there although the stream does not reach it; 5 the event's token; 6 `1` when it may be
    /// there already; 7 the type; 8 milliseconds; 9 `1` for a documented one; 10 the text; 11 `1` for the session's end;
    /// 12 how many events stay; 13 the session.
    ///
    /// Returns `-1` less the newest number when the stream does not reach the one that is known. Refuses with `FENCED` an
    /// appender that lost the session.
    static let append = """
        if ARGV[1] ~= '' then
            local held = redis.call('HMGET', KEYS[2], 'process', 'epoch')
            if held[1] then
                if held[1] ~= ARGV[2] or held[2] ~= ARGV[1] then return redis.error_reply('FENCED not the holder') end
            elseif tonumber(redis.call('GET', KEYS[3]) or '0') > tonumber(ARGV[1]) then
                return redis.error_reply('FENCED not the holder any more')
            end
        end
        if ARGV[6] == '1' then
            for _, entry in ipairs(redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 500)) do
                if entry[2][2] == ARGV[5] then return tonumber(string.match(entry[1], '^%d+')) end
            end
        end
        local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
        local last = newest and tonumber(string.match(newest[1], '^%d+')) or 0
        local known = tonumber(ARGV[3])
        if last < known and ARGV[4] ~= '1' then return -1 - last end
        local number = string.format('%.0f', math.max(last, known) + 1)
        redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[12], number .. '-0',
            'k', ARGV[5], 't', ARGV[7], 'a', ARGV[8], 'd', ARGV[9], 'x', ARGV[10])
        local left = redis.call('TTL', KEYS[1])
        local isOver = ARGV[11] == '1' or (left > 0 and left <= 86400)
        redis.call('EXPIRE', KEYS[1], isOver and 86400 or 604800)
        redis.call('PUBLISH', 'wake', 'e ' .. ARGV[13] .. ' ' .. number)
        return tonumber(number)
        """

    /// Puts events back that a server has forgotten, under their numbers, as far as they are newer than what it has.
    ///
    /// `ARGV`: the session, then for each event its number, token, type, milliseconds, `1` for a documented one, text.
    static let restore = """
        local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
        local last = newest and tonumber(string.match(newest[1], '^%d+')) or 0
        for i = 2, #ARGV, 6 do
            if tonumber(ARGV[i]) > last then
                redis.call('XADD', KEYS[1], ARGV[i] .. '-0', 'k', ARGV[i + 1], 't', ARGV[i + 2], 'a', ARGV[i + 3],
                    'd', ARGV[i + 4], 'x', ARGV[i + 5])
                last = tonumber(ARGV[i])
            end
        end
        redis.call('EXPIRE', KEYS[1], 604800)
        redis.call('PUBLISH', 'wake', 'e ' .. ARGV[1] .. ' ' .. string.format('%.0f', last))
        return last
        """
}
