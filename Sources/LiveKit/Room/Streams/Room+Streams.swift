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
        try append(text.pieces(ofUTF8: chunkSize).map { Data($0.utf8) }, to: id)
    }

    /// Adds bytes to an open stream, all of them or nothing.
    package mutating func append(_ bytes: [UInt8], to id: String, now instant: Instant) throws(DataError) {
        now = max(now, instant)
        let size = chunkSize
        let starts = stride(from: 0, to: bytes.count, by: size)
        try append(starts.map { Data(bytes[$0..<min($0 + size, bytes.count)]) }, to: id)
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
        try sendReliable(data.outgoing.trailer(of: id, attributes: attributes, reason: reason))
        data.outgoing.forget(id)
    }

    /// Sends a whole text as a stream, all of it or nothing.
    /// - Returns: the stream's id.
    @discardableResult
    package mutating func send(_ text: OutgoingText, now instant: Instant) throws(DataError) -> String {
        try requireRoom(for: sizeOnTheWire(of: text.text.utf8.count))
        let id = try open(text.stream, now: instant)
        try append(text.text, to: id, now: instant)
        try close(id, now: instant)
        return id
    }

    /// Sends a whole file as a stream, all of it or nothing.
    /// - Returns: the stream's id.
    @discardableResult
    package mutating func send(
        _ bytes: [UInt8], as stream: OutgoingStream, now instant: Instant
    ) throws(DataError) -> String {
        try requireRoom(for: sizeOnTheWire(of: bytes.count))
        var stream = stream
        stream.totalLength = UInt64(bytes.count)
        let id = try open(stream, now: instant)
        try append(bytes, to: id, now: instant)
        try close(id, now: instant)
        return id
    }

    private mutating func append(_ pieces: [Data], to id: String) throws(DataError) {
        guard data.outgoing.isOpen(id) else { throw .unknownStream(id) }
        try requireRoom(for: sizeOnTheWire(of: pieces.reduce(0) { $0 + $1.count }))
        for piece in pieces { try sendReliable(data.outgoing.chunk(piece, of: id)) }
    }

    /// Chunks fit into a packet together with what is around them.
    private var chunkSize: Int {
        max(64, min(OutgoingStreams.chunkSize, data.packetLimit - OutgoingStreams.overhead))
    }

    /// About the bytes that so much content takes, with its header and trailer.
    private func sizeOnTheWire(of content: Int) -> Int {
        content + (content / chunkSize + 3) * OutgoingStreams.overhead
    }
}
