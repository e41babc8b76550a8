package import FoundationEssentials
package import Redis

/// Checkpoints in Redis: one hash a session, `checkpoints:{session}`, with a field for each sequence. They are gone
/// `timeToLive` seconds after the last write.
///
/// A value is a line of JSON (`{"at", "checksum", "label", "parent"}`), a line feed, and the payload.
package struct RedisCheckpointStore: CheckpointStore {
    private let client: RedisClient
    private let timeToLive: Int

    package init(_ client: RedisClient, timeToLive: Int = 1800) {
        self.client = client
        self.timeToLive = timeToLive
    }

    package func save(_ checkpoint: StoredCheckpoint) async throws(StoreError) {
        try checkpoint.validate(limit: checkpointLimit)
        do throws(RedisError) {
            try await client.script(
                CheckpointScript.save, keys: [key(checkpoint.session)],
                [checkpoint.sequence, CheckpointRecord.bytes(of: checkpoint), timeToLive])
        } catch {
            throw StoreError(error, about: StoredCheckpoint.name(checkpoint.sequence, of: checkpoint.session))
        }
    }

    package func latest(of session: String) async throws(StoreError) -> StoredCheckpoint? {
        guard let newest = try await page(session, before: nil, limit: 1).first else { return nil }
        return try CheckpointRecord.checkpoint(newest.bytes, newest.sequence, of: session)
    }

    package func checkpoint(_ sequence: Int, of session: String) async throws(StoreError) -> StoredCheckpoint? {
        let reply: RedisReply
        do throws(RedisError) {
            reply = try await client.command(["HGET", key(session), sequence])
        } catch {
            throw StoreError(error, about: StoredCheckpoint.name(sequence, of: session))
        }
        guard let bytes = reply.bytes else { return nil }
        return try CheckpointRecord.checkpoint(bytes, sequence, of: session)
    }

    package func history(
        of session: String, before sequence: Int?, limit: Int
    ) async throws(StoreError) -> [StoredCheckpoint] {
        let limit = min(max(limit, 0), checkpointPage)
        var found: [StoredCheckpoint] = []
        var end = sequence
        // A page is filled although some of its values are corrupt.
        while found.count < limit {
            let rows = try await page(session, before: end, limit: limit - found.count)
            guard let last = rows.last else { break }
            found += rows.compactMap { try? CheckpointRecord.checkpoint($0.bytes, $0.sequence, of: session) }
            end = last.sequence
        }
        return found
    }

    package func prune(_ session: String, keeping count: Int) async throws(StoreError) {
        do throws(RedisError) {
            try await client.script(CheckpointScript.prune, keys: [key(session)], [max(count, 0)])
        } catch {
            throw StoreError(error, about: "a checkpoint of session \(session)")
        }
    }

    /// Nothing is to be done: keys end by themselves.
    package func expire(before time: Date) {}

    package func remove(_ session: String) async throws(StoreError) {
        do throws(RedisError) {
            try await client.command(["DEL", key(session)])
        } catch {
            throw StoreError(error, about: "a checkpoint of session \(session)")
        }
    }

    private func key(_ session: String) -> String { "checkpoints:\(session)" }

    /// Sequences with their values, newest first.
    private func page(
        _ session: String, before sequence: Int?, limit: Int
    ) async throws(StoreError) -> [(sequence: Int, bytes: [UInt8])] {
        let reply: RedisReply
        do throws(RedisError) {
            // Numbers of a script are exact below 2^53, which no sequence reaches.
            reply = try await client.script(
                CheckpointScript.page, keys: [key(session)], [min(sequence ?? .max, 1 << 53), limit])
        } catch {
            throw StoreError(error, about: "a checkpoint of session \(session)")
        }
        let parts = reply.array ?? []
        return stride(from: 0, to: parts.count - 1, by: 2).compactMap { index in
            guard let sequence = parts[index].text.flatMap({ Int($0) }), let bytes = parts[index + 1].bytes else {
                return nil
            }
            return (sequence, bytes)
        }
    }
}
