import Wire

/// An input read as a sequence of steps: a byte that says what happens, two that say how many follow, and those.
///
/// At most `longest` steps are read, so that an input's cost is bounded by more than its length.
struct Script: Sequence, IteratorProtocol {
    /// One thing that happens.
    struct Step {
        let kind: UInt8
        let bytes: [UInt8]

        init(_ kind: UInt8, _ bytes: [UInt8] = []) {
            self.kind = kind
            self.bytes = bytes
        }

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    private static let longest = 256

    private var reader: ByteReader
    private var count = 0

    init(_ input: [UInt8]) {
        reader = ByteReader(input)
    }

    /// A step whose bytes are cut off has those that are there.
    mutating func next() -> Step? {
        guard count < Self.longest, let kind = reader.readUInt8() else { return nil }
        count += 1
        guard let length = reader.readUInt16() else { return Step(kind) }
        return Step(kind, Array(reader.read(Swift.min(Int(length), reader.remaining)) ?? []))
    }

    /// The input that reads as these steps.
    static func input(_ steps: [Step]) -> [UInt8] {
        var writer = ByteWriter()
        for step in steps {
            writer.write(step.kind)
            writer.write(UInt16(clamping: step.bytes.count))
            writer.write(step.bytes)
        }
        return writer.bytes
    }
}
