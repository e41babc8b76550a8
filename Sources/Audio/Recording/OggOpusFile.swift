/// An Ogg Opus file (RFC 7845) as it is being written: sound goes in, the file's next bytes come out whenever a page is
/// full.
///
/// Two voices, left and right, 16 kHz each. A page holds less than a second, so that a process that dies loses no more;
/// what lies before is a valid file, only without its mark of the end.
package struct OggOpusFile: ~Copyable {
    /// Samples a second of what goes in.
    package static let rate = 16_000
    /// Packets of 20 ms on a page.
    private static let packetsPerPage = 48
    private static let frame = rate / 50
    /// Samples at 48 kHz in a packet.
    private static let ticks = 960

    private let serial: UInt32
    /// Samples at 48 kHz that a player drops at the beginning: what the encoder is late.
    private let preSkip: Int
    private var encoder: OpusEncoder
    private var sequence: UInt32 = 2
    /// Packets made so far, and those of them that no page holds yet.
    private var count = 0
    private var waiting: [[UInt8]] = []
    /// Less than a frame of left and right.
    private var left: [Int16] = []
    private var right: [Int16] = []
    /// Samples of each side that went in.
    private var length = 0

    /// - Parameters:
    ///   - serial: tells this stream from others; any number.
    ///   - bitrate: bits a second of both voices together.
    package init(serial: UInt32, bitrate: Int = 32_000) throws(OpusError) {
        let opened = try OpusEncoder(OpusEncoder.Configuration(rate: Self.rate, channels: 2, bitrate: bitrate))
        self.serial = serial
        preSkip = opened.delay
        encoder = opened
    }

    /// The bytes that begin the file: a page that says what it is, and one with remarks such as `TITLE=…` (RFC 7845,
    /// section 5). At most 64 remarks of 512 bytes are taken; longer ones are cut short.
    package func beginning(remarks: [String] = []) -> [UInt8] {
        var head = Array("OpusHead".utf8) + [1, 2]
        head.append(littleEndian: UInt16(preSkip))
        head.append(littleEndian: UInt32(Self.rate))
        // No gain, and the plain order of channels.
        head += [0, 0, 0]
        var tags = Array("OpusTags".utf8)
        let texts = remarks.prefix(64).map { Self.cut($0) }
        tags.append(text: Array("Parley".utf8))
        tags.append(littleEndian: UInt32(texts.count))
        for text in texts { tags.append(text: text) }
        let first = OggPage(place: .first, granule: 0, serial: serial, sequence: 0, packets: [head])
        let second = OggPage(granule: 0, serial: serial, sequence: 1, packets: [tags])
        return first.serialized() + second.serialized()
    }

    /// The sound of both sides, any length; where one side is shorter, or `nil`, it is silent to the other's end.
    /// - Returns: the bytes that are to be written behind all before; often none.
    package mutating func append(left: [Int16]?, right: [Int16]?) throws(OpusError) -> [UInt8] {
        let count = max(left?.count ?? 0, right?.count ?? 0)
        self.left.append(padding: left ?? [], to: count)
        self.right.append(padding: right ?? [], to: count)
        length += count
        var bytes: [UInt8] = []
        var start = 0
        while self.left.count - start >= Self.frame {
            bytes += try encode(start..<(start + Self.frame))
            start += Self.frame
        }
        self.left.removeFirst(start)
        self.right.removeFirst(start)
        return bytes
    }

    /// The last bytes: everything that still waits, and the end of the stream, to the sample. Nothing may be appended
    /// afterwards.
    package mutating func end() throws(OpusError) -> [UInt8] {
        let total = preSkip + length * (48_000 / Self.rate)
        var bytes: [UInt8] = []
        // At least one packet must be left for the last page, and what the encoder is late must come out.
        while count * Self.ticks < total || waiting.isEmpty {
            left.append(padding: [], to: Self.frame - left.count)
            right.append(padding: [], to: Self.frame - right.count)
            bytes += try encode(0..<Self.frame)
            left.removeAll()
            right.removeAll()
        }
        return bytes + page(.last, granule: total)
    }

    private mutating func encode(_ range: Range<Int>) throws(OpusError) -> [UInt8] {
        var samples: [Int16] = []
        samples.reserveCapacity(2 * Self.frame)
        for index in range { samples += [left[index], right[index]] }
        let packet = try encoder.encode(samples)
        let segments = waiting.reduce(OggPage.segments(of: packet)) { $0 + OggPage.segments(of: $1) }
        let isFull = waiting.count >= Self.packetsPerPage || segments > OggPage.segments
        let bytes = isFull ? page([], granule: count * Self.ticks) : []
        waiting.append(packet)
        count += 1
        return bytes
    }

    private mutating func page(_ place: OggPage.Place, granule: Int) -> [UInt8] {
        defer {
            waiting.removeAll(keepingCapacity: true)
            sequence &+= 1
        }
        return OggPage(place: place, granule: granule, serial: serial, sequence: sequence, packets: waiting)
            .serialized()
    }

    /// At most 512 bytes, ending with a whole character.
    private static func cut(_ text: String) -> [UInt8] {
        var text = text
        while text.utf8.count > 512 { text.removeLast() }
        return Array(text.utf8)
    }
}

extension [Int16] {
    /// Appends samples, and silence until `count` were appended.
    fileprivate mutating func append(padding samples: [Int16], to count: Int) {
        append(contentsOf: samples)
        append(contentsOf: repeatElement(0, count: Swift.max(0, count - samples.count)))
    }
}

extension [UInt8] {
    /// Its length in four bytes, then the text.
    fileprivate mutating func append(text: [UInt8]) {
        append(littleEndian: UInt32(text.count))
        self += text
    }
}
