import Wire

/// SACK: everything up to `cumulative`, and the runs beyond it (RFC 9260, section 3.3.4).
struct SelectiveAcknowledgement: Hashable, Sendable {
    var cumulative: TSN
    /// Bytes the sender of the SACK can still buffer.
    var receiverWindow: UInt32
    var gapBlocks: [GapBlock] = []
    var duplicates: [TSN] = []

    func write(to writer: inout ByteWriter) {
        writer.write(cumulative.value)
        writer.write(receiverWindow)
        writer.write(UInt16(truncatingIfNeeded: gapBlocks.count))
        writer.write(UInt16(truncatingIfNeeded: duplicates.count))
        for block in gapBlocks {
            writer.write(block.start)
            writer.write(block.end)
        }
        for duplicate in duplicates {
            writer.write(duplicate.value)
        }
    }
}

extension SelectiveAcknowledgement {
    init?(from reader: inout ByteReader) {
        guard let cumulative = reader.readUInt32(), let window = reader.readUInt32(),
            let blockCount = reader.readUInt16(), let duplicateCount = reader.readUInt16()
        else { return nil }
        self.init(cumulative: TSN(cumulative), receiverWindow: window)
        for _ in 0..<blockCount {
            guard let start = reader.readUInt16(), let end = reader.readUInt16() else { return nil }
            gapBlocks.append(GapBlock(start: start, end: end))
        }
        for _ in 0..<duplicateCount {
            guard let duplicate = reader.readUInt32() else { return nil }
            duplicates.append(TSN(duplicate))
        }
    }
}
