internal import Wire

/// A request to send packets again (RFC 4585, section 6.2.1).
package struct GenericNACK: Hashable, Sendable {
    /// Who asks.
    package var senderSSRC: UInt32
    /// Whose packets are missed.
    package var mediaSSRC: UInt32
    package var sequenceNumbers: [UInt16]

    package init(senderSSRC: UInt32, mediaSSRC: UInt32, sequenceNumbers: [UInt16]) {
        self.senderSSRC = senderSSRC
        self.mediaSSRC = mediaSSRC
        self.sequenceNumbers = sequenceNumbers
    }

    init?(_ reader: inout ByteReader) {
        guard let sender = reader.readUInt32(), let media = reader.readUInt32() else { return nil }
        self.init(senderSSRC: sender, mediaSSRC: media, sequenceNumbers: [])
        while let first = reader.readUInt16(), let following = reader.readUInt16() {
            sequenceNumbers.append(first)
            for bit in 0..<16 where following >> bit & 1 == 1 {
                sequenceNumbers.append(first &+ UInt16(bit) &+ 1)
            }
        }
    }

    /// Each pair holds one number and a mask of the sixteen after it; a number that does not ascend begins another pair, so
    /// that the order is kept.
    func write(to writer: inout ByteWriter) {
        writer.write(senderSSRC)
        writer.write(mediaSSRC)
        var index = 0
        while index < sequenceNumbers.count {
            let first = sequenceNumbers[index]
            var following: UInt16 = 0
            var last: UInt16 = 0
            index += 1
            while index < sequenceNumbers.count {
                let distance = sequenceNumbers[index] &- first
                guard distance > last, distance <= 16 else { break }
                following |= 1 << (distance - 1)
                last = distance
                index += 1
            }
            writer.write(first)
            writer.write(following)
        }
    }
}
