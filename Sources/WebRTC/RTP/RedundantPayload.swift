internal import Wire

/// A payload that carries earlier payloads again before its own (RED, RFC 2198, section 3).
package struct RedundantPayload: Hashable, Sendable {
    /// One earlier payload.
    package struct Block: Hashable, Sendable {
        /// 0 to 127.
        package var payloadType: UInt8
        /// How many ticks before the packet's timestamp this was to be played: 14 bits.
        package var timestampOffset: UInt16
        /// At most 1023 bytes.
        package var bytes: [UInt8]

        package init(payloadType: UInt8, timestampOffset: UInt16, bytes: [UInt8]) {
            self.payloadType = payloadType
            self.timestampOffset = timestampOffset
            self.bytes = bytes
        }
    }

    package static let largestOffset: UInt32 = 0x3FFF
    package static let largestBlock = 0x3FF

    /// Oldest first.
    package var earlier: [Block]
    package var payloadType: UInt8
    package var primary: [UInt8]

    package init(earlier: [Block], payloadType: UInt8, primary: [UInt8]) {
        self.earlier = earlier
        self.payloadType = payloadType
        self.primary = primary
    }

    /// From a packet's payload; `nil` when the lengths do not fit or there is no primary.
    package init?(_ payload: [UInt8]) {
        var reader = ByteReader(payload)
        var headers: [(type: UInt8, offset: UInt16, length: Int)] = []
        while true {
            guard let first = reader.readUInt8() else { return nil }
            guard first & 0x80 != 0 else {
                payloadType = first
                break
            }
            guard let rest = reader.readUInt24() else { return nil }
            headers.append((first & 0x7F, UInt16(rest >> 10), Int(rest & 0x3FF)))
        }
        earlier = []
        for header in headers {
            guard let bytes = reader.read(header.length) else { return nil }
            earlier.append(Block(payloadType: header.type, timestampOffset: header.offset, bytes: Array(bytes)))
        }
        primary = Array(reader.readRest())
        guard !primary.isEmpty else { return nil }
    }

    /// The payload's bytes.
    package func serialized() -> [UInt8] {
        var writer = ByteWriter(
            capacity: earlier.reduce(1 + primary.count) { $0 + 4 + $1.bytes.count })
        for block in earlier {
            precondition(block.bytes.count <= Self.largestBlock, "a block's length has ten bits")
            precondition(block.timestampOffset <= Self.largestOffset, "a block's offset has fourteen bits")
            writer.write(0x80 | block.payloadType)
            writer.writeUInt24(UInt32(block.timestampOffset) << 10 | UInt32(block.bytes.count))
        }
        writer.write(payloadType & 0x7F)
        for block in earlier { writer.write(block.bytes) }
        writer.write(primary)
        return writer.bytes
    }

    /// The packets that `packet` carries besides its own, oldest first, as if they had come by themselves: each block is
    /// one sequence number before the next. At most two, of the primary's type and with something in them.
    package func earlierPackets(than packet: RTPPacket) -> [RTPPacket] {
        let usable = earlier.suffix(Self.usableBlocks)
        return usable.enumerated().compactMap { index, block in
            guard !block.bytes.isEmpty, block.payloadType == payloadType else { return nil }
            var earlier = packet
            earlier.payloadType = block.payloadType
            earlier.sequenceNumber = packet.sequenceNumber &- UInt16(usable.count - index)
            earlier.timestamp = packet.timestamp &- UInt32(block.timestampOffset)
            (earlier.marker, earlier.extensions, earlier.payload) = (false, [], block.bytes)
            return earlier
        }
    }

    private static let usableBlocks = 2
}
