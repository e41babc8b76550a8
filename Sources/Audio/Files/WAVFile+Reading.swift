extension WAVFile {
    private static let pcm: UInt16 = 1
    /// The format's true number then stands further behind.
    private static let extensible: UInt16 = 0xFFFE

    /// What the `fmt ` chunk says.
    private struct Format {
        var channels: Int
        var rate: Int
    }

    /// Reads a whole file. Chunks that are not needed are passed over.
    package init(_ file: [UInt8]) throws(WAVError) {
        guard file.count >= 12, Self.name(file, at: 0) == "RIFF", Self.name(file, at: 8) == "WAVE" else {
            throw .notWAV
        }
        var format: Format?
        var position = 12
        while position + 8 <= file.count {
            let name = Self.name(file, at: position)
            let size = Int(Self.word(file, at: position + 4))
            let body = position + 8
            // A recorder that was cut short leaves the length of an endless file: whatever is there is read.
            let isOpenEnded = name == "data" && (size == 0 || size == 0xFFFF_FFFF)
            let end = isOpenEnded ? file.count : body + size
            guard end <= file.count else { throw .truncated }
            if name == "fmt " { format = try Self.format(file[body..<end]) }
            if name == "data" {
                guard let format else { throw .missingChunk("fmt ") }
                try self.init(file[body..<end], format: format)
                return
            }
            position = end + size % 2
        }
        throw position == 12 ? .truncated : .missingChunk(format == nil ? "fmt " : "data")
    }

    private init(_ data: ArraySlice<UInt8>, format: Format) throws(WAVError) {
        let width = 2 * format.channels
        guard data.count >= width else { throw .empty }
        var samples: [Int16] = []
        samples.reserveCapacity(data.count / width)
        for start in stride(from: data.startIndex, to: data.endIndex - width + 1, by: width) {
            var sum = 0
            for channel in 0..<format.channels {
                let low = UInt16(data[start + 2 * channel])
                let high = UInt16(data[start + 2 * channel + 1])
                sum += Int(Int16(bitPattern: high << 8 | low))
            }
            samples.append(Int16(sum / format.channels))
        }
        self.init(samples: samples, rate: format.rate)
    }

    private static func format(_ chunk: ArraySlice<UInt8>) throws(WAVError) -> Format {
        let bytes = Array(chunk)
        guard bytes.count >= 16 else { throw .truncated }
        var kind = half(bytes, at: 0)
        if kind == extensible, bytes.count >= 26 { kind = half(bytes, at: 24) }
        guard kind == pcm else { throw .unsupportedFormat(kind) }
        let bits = half(bytes, at: 14)
        guard bits == 16 else { throw .unsupportedDepth(bits: bits) }
        let channels = half(bytes, at: 2)
        guard channels == 1 || channels == 2 else { throw .unsupportedChannels(channels) }
        let rate = word(bytes, at: 4)
        guard (1_000...384_000).contains(rate) else { throw .unsupportedRate(rate) }
        return Format(channels: Int(channels), rate: Int(rate))
    }

    private static func name(_ bytes: [UInt8], at offset: Int) -> String {
        String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self)
    }

    private static func half(_ bytes: [UInt8], at offset: Int) -> UInt16 {
        UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
    }

    private static func word(_ bytes: [UInt8], at offset: Int) -> UInt32 {
        UInt32(half(bytes, at: offset)) | UInt32(half(bytes, at: offset + 2)) << 16
    }
}
