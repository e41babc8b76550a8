internal import Wire

/// Extended reports (RFC 3611): how a receiver that sends nothing measures the round trip.
package struct ExtendedReport: Hashable, Sendable {
    /// One block of the report.
    package enum Block: Hashable, Sendable {
        /// A receiver's wall clock (section 4.4), to be echoed in a `delaySinceReceiverReference`.
        case receiverReferenceTime(ntp: UInt64)
        /// The echo (section 4.5), one per receiver.
        case delaySinceReceiverReference([Echo])
        /// A block this house does not read.
        case unknown(type: UInt8, specific: UInt8, body: [UInt8])
    }

    /// The last reference time of one receiver, and how long ago it came.
    package struct Echo: Hashable, Sendable {
        package var ssrc: UInt32
        /// Middle 32 bits of the receiver's NTP time.
        package var lastReference: UInt32
        /// In 1/65536 s.
        package var delay: UInt32

        package init(ssrc: UInt32, lastReference: UInt32, delay: UInt32) {
            self.ssrc = ssrc
            self.lastReference = lastReference
            self.delay = delay
        }
    }

    package var ssrc: UInt32
    package var blocks: [Block]

    package init(ssrc: UInt32, blocks: [Block]) {
        self.ssrc = ssrc
        self.blocks = blocks
    }

    init?(_ reader: inout ByteReader) {
        guard let ssrc = reader.readUInt32() else { return nil }
        self.init(ssrc: ssrc, blocks: [])
        while !reader.isAtEnd {
            guard let type = reader.readUInt8(), let specific = reader.readUInt8(), let words = reader.readUInt16(),
                let body = reader.read(4 * Int(words))
            else { return nil }
            blocks.append(Self.block(type: type, specific: specific, body: body))
        }
    }

    private static func block(type: UInt8, specific: UInt8, body: ArraySlice<UInt8>) -> Block {
        var reader = ByteReader(body)
        switch type {
        case 4:
            guard body.count == 8, let ntp = reader.readUInt64() else { break }
            return .receiverReferenceTime(ntp: ntp)
        case 5:
            guard body.count % 12 == 0 else { break }
            var echoes: [Echo] = []
            while let ssrc = reader.readUInt32(), let last = reader.readUInt32(), let delay = reader.readUInt32() {
                echoes.append(Echo(ssrc: ssrc, lastReference: last, delay: delay))
            }
            return .delaySinceReceiverReference(echoes)
        default: break
        }
        return .unknown(type: type, specific: specific, body: Array(body))
    }

    func write(to writer: inout ByteWriter) {
        writer.write(ssrc)
        for block in blocks {
            let (type, specific, body) = Self.parts(of: block)
            writer.write(type)
            writer.write(specific)
            writer.write(UInt16((body.count + 3) / 4))
            writer.write(body)
            writer.pad(to: 4)
        }
    }

    private static func parts(of block: Block) -> (type: UInt8, specific: UInt8, body: [UInt8]) {
        var writer = ByteWriter()
        switch block {
        case .receiverReferenceTime(let ntp):
            writer.write(ntp)
            return (4, 0, writer.bytes)
        case .delaySinceReceiverReference(let echoes):
            for echo in echoes {
                writer.write(echo.ssrc)
                writer.write(echo.lastReference)
                writer.write(echo.delay)
            }
            return (5, 0, writer.bytes)
        case .unknown(let type, let specific, let body): return (type, specific, body)
        }
    }
}
