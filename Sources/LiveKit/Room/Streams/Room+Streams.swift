import Contract
import FoundationEssentials
package import Timing

// Streams of ours: opened, continued and closed, or sent whole.
extension Room {
    /// Opens a stream that is continued by `append` and ended by `close`. A full reconnection ends it without a word.
    /// - Returns: its id.
    package mutating func open(_ stream: OutgoingStream, now instant: Instant) throws(DataError) -> String {
        now = max(now, instant)
        guard !data.outgoing.isFull else { throw .tooManyStreams(limit: OutgoingStreams.limit) }
        let id = makeCID()
        do {
            try sendReliable(data.outgoing.open(stream, as: id))
        } catch {
            data.outgoing.forget(id)
            throw error
        }
        return id
    }

    /// Adds text to an open stream, all of it or nothing.
    package mutating func append(_ text: String, to id: String, now instant: Instant) throws(DataError) {
        now = max(now, instant)
        try append(pieces(of: text, overhead: try overhead(of: id)), to: id)
    }

    /// Adds bytes to an open stream, all of them or nothing.
    package mutating func append(_ bytes: [UInt8], to id: String, now instant: Instant) throws(DataError) {
        now = max(now, instant)
        try append(pieces(of: bytes, overhead: try overhead(of: id)), to: id)
    }

    /// Ends an open stream.
    /// - Parameters:
    ///   - attributes: added to those of the header.
    ///   - reason: why it ends before its end; empty when it is whole.
    package mutating func close(
        _ id: String, attributes: [String: String] = [:], reason: String = "", now instant: Instant
    ) throws(DataError) {
        now = max(now, instant)
        guard data.outgoing.isOpen(id) else { throw .unknownStream(id) }
        // Without its trailer it is over, too: its receivers notice the silence.
        defer { data.outgoing.forget(id) }
        try sendReliable(data.outgoing.trailer(of: id, attributes: attributes, reason: reason))
    }

    /// Sends a whole text as a stream, all of it or nothing.
    /// - Returns: the stream's id.
    @discardableResult
    package mutating func send(_ text: OutgoingText, now instant: Instant) throws(DataError) -> String {
        now = max(now, instant)
        return try send(pieces(of: text.text, overhead: text.stream.overhead), as: text.stream)
    }

    /// Sends a whole file as a stream, all of it or nothing.
    /// - Returns: the stream's id.
    @discardableResult
    package mutating func send(
        _ bytes: [UInt8], as stream: OutgoingStream, now instant: Instant
    ) throws(DataError) -> String {
        now = max(now, instant)
        var stream = stream
        stream.totalLength = UInt64(bytes.count)
        return try send(pieces(of: bytes, overhead: stream.overhead), as: stream)
    }

    // MARK: Pieces

    private mutating func send(_ pieces: [Data], as stream: OutgoingStream) throws(DataError) -> String {
        try requireRoom(for: pieces, overhead: stream.overhead)
        let id = try open(stream, now: now)
        do {
            try append(pieces, to: id)
            try close(id, now: now)
        } catch {
            data.outgoing.forget(id)
            throw error
        }
        return id
    }

    private mutating func append(_ pieces: [Data], to id: String) throws(DataError) {
        try requireRoom(for: pieces, overhead: try overhead(of: id))
        do {
            for piece in pieces { try sendReliable(data.outgoing.chunk(piece, of: id)) }
        } catch {
            // With a piece missing, no more of it is of use to anybody.
            data.outgoing.forget(id)
            throw error
        }
    }

    /// Room for the pieces, a header and a trailer, or an error.
    private func requireRoom(for pieces: [Data], overhead: Int) throws(DataError) {
        try requireRoom(for: pieces.reduce(2 * overhead) { $0 + $1.count + overhead })
    }

    private func overhead(of id: String) throws(DataError) -> Int {
        guard let overhead = data.outgoing.overhead(of: id) else { throw .unknownStream(id) }
        return overhead
    }

    private func pieces(of text: String, overhead: Int) -> [Data] {
        text.pieces(ofUTF8: chunkSize(overhead: overhead)).map { Data($0.utf8) }
    }

    private func pieces(of bytes: [UInt8], overhead: Int) -> [Data] {
        let size = chunkSize(overhead: overhead)
        return stride(from: 0, to: bytes.count, by: size).map { Data(bytes[$0..<min($0 + size, bytes.count)]) }
    }

    /// Chunks fit into a packet together with what is around them.
    private func chunkSize(overhead: Int) -> Int {
        max(64, min(OutgoingStreams.chunkSize, data.packetLimit - overhead))
    }
}
