internal import Wire

/// Who the sources are (RFC 3550, section 6.5).
package struct SourceDescription: Hashable, Sendable {
    /// One fact about a source.
    package struct Item: Hashable, Sendable {
        /// 1 is CNAME, the name that all streams of one sender share.
        package var type: UInt8
        /// 255 bytes at most.
        package var value: [UInt8]

        package init(type: UInt8, value: [UInt8]) {
            self.type = type
            self.value = value
        }
    }

    /// What is known of one source.
    package struct Chunk: Hashable, Sendable {
        package var ssrc: UInt32
        package var items: [Item]

        package init(ssrc: UInt32, items: [Item]) {
            self.ssrc = ssrc
            self.items = items
        }
    }

    private static let canonicalName: UInt8 = 1

    /// 31 at most.
    package var chunks: [Chunk]

    package init(chunks: [Chunk]) {
        self.chunks = chunks
    }

    /// The description every compound packet of ours carries: one source and its canonical name.
    package init(ssrc: UInt32, cname: String) {
        let name = Item(type: Self.canonicalName, value: Array(cname.utf8.prefix(255)))
        self.init(chunks: [Chunk(ssrc: ssrc, items: [name])])
    }

    /// The canonical name of a source, if it is told here.
    package func cname(of ssrc: UInt32) -> String? {
        let item = chunks.first { $0.ssrc == ssrc }?.items.first { $0.type == Self.canonicalName }
        return item.map { String(decoding: $0.value, as: UTF8.self) }
    }

    init?(_ reader: inout ByteReader, count: Int) {
        chunks = []
        for _ in 0..<count {
            guard let ssrc = reader.readUInt32(), let items = Self.items(from: &reader) else { return nil }
            chunks.append(Chunk(ssrc: ssrc, items: items))
        }
    }

    /// Items up to the zero that ends the chunk, and the padding to the next word.
    private static func items(from reader: inout ByteReader) -> [Item]? {
        let start = reader.offset
        var items: [Item] = []
        while let type = reader.readUInt8() {
            guard type != 0 else {
                _ = reader.skip((4 - (reader.offset - start) % 4) % 4)
                return items
            }
            guard let length = reader.readUInt8(), let value = reader.read(Int(length)) else { return nil }
            items.append(Item(type: type, value: Array(value)))
        }
        return nil
    }

    func write(to writer: inout ByteWriter) {
        for chunk in chunks {
            writer.write(chunk.ssrc)
            var length = 0
            for item in chunk.items {
                precondition(
                    item.value.count <= 255 && item.type != 0, "an item's length is one byte, and 0 ends a chunk")
                writer.write(item.type)
                writer.write(UInt8(item.value.count))
                writer.write(item.value)
                length += 2 + item.value.count
            }
            writer.writeZeros(4 - length % 4)
        }
    }
}
