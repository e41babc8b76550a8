/// What Redis does with a session's checkpoints in one go. `KEYS[1]` is their hash.
enum CheckpointScript {
    /// Sequence, value, seconds to live. What is there stays.
    static let save = """
        local known = redis.call('HGET', KEYS[1], ARGV[1])
        if known and known ~= ARGV[2] then return redis.error_reply('CONFLICT somebody else wrote') end
        redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
        redis.call('EXPIRE', KEYS[1], ARGV[3])
        return 1
        """

    /// The sequences in descending order; fields that are none are passed over.
    private static let sequences = """
        local sequences = {}
        for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
            if string.match(field, '^[1-9]%d*$') then table.insert(sequences, field) end
        end
        table.sort(sequences, function(a, b) return tonumber(a) > tonumber(b) end)

        """

    /// Below which sequence, how many: sequence and value by turns.
    static let page =
        sequences + """
            local page = {}
            for _, sequence in ipairs(sequences) do
                if #page >= 2 * tonumber(ARGV[2]) then break end
                if tonumber(sequence) < tonumber(ARGV[1]) then
                    table.insert(page, sequence)
                    table.insert(page, redis.call('HGET', KEYS[1], sequence))
                end
            end
            return page
            """

    /// How many stay.
    static let prune =
        sequences + """
            for place = tonumber(ARGV[1]) + 1, #sequences do redis.call('HDEL', KEYS[1], sequences[place]) end
            return 1
            """
}
