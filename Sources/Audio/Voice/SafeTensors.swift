package import FoundationEssentials

/// A file of named tensors: eight bytes of header length, a JSON header, then the numbers, little-endian
/// (the safetensors format, version 0.x).
///
/// Every length and offset is checked against the file before anything is read.
package struct SafeTensors: Sendable {
    private struct Entry: Decodable {
        var dtype: String
        var shape: [Int]
        var dataOffsets: [Int]

        enum CodingKeys: String, CodingKey {
            case dtype, shape
            case dataOffsets = "data_offsets"
        }
    }

    /// The header beside the tensors: free text that is not needed here.
    private static let metadata = "__metadata__"
    private static let largestHeader = 1 << 20

    private let entries: [String: Entry]
    private let data: Data

    package init(_ file: Data) throws(ModelFileError) {
        guard file.count >= 8 else { throw .malformed("shorter than its own header length") }
        var length: UInt64 = 0
        for byte in file.prefix(8).reversed() { length = length << 8 | UInt64(byte) }
        guard length <= Self.largestHeader, 8 + Int(length) <= file.count else {
            throw .malformed("the header is said to have \(length) bytes")
        }
        let header = file.dropFirst(8).prefix(Int(length))
        entries = try Self.parse(Data(header))
        data = Data(file.dropFirst(8 + Int(length)))
    }

    private static func parse(_ header: Data) throws(ModelFileError) -> [String: Entry] {
        do {
            return try JSONDecoder().decode([String: Optional<Lenient>].self, from: header)
                .compactMapValues { $0?.entry }
        } catch {
            throw .malformed("the header is not JSON")
        }
    }

    /// An entry, or something else that is passed over.
    private struct Lenient: Decodable {
        var entry: Entry?

        init(from decoder: any Decoder) { entry = try? Entry(from: decoder) }
    }

    /// The numbers of the tensor `name`, row by row.
    package func floats(_ name: String, shape: [Int]) throws(ModelFileError) -> [Float] {
        guard let entry = entries[name] else { throw .missingTensor(name) }
        guard entry.dtype == "F32" else { throw .unexpectedType(tensor: name, found: entry.dtype) }
        guard entry.shape == shape else {
            throw .unexpectedShape(tensor: name, found: entry.shape, expected: shape)
        }
        let count = shape.reduce(1, *)
        guard entry.dataOffsets.count == 2, let start = entry.dataOffsets.first, let end = entry.dataOffsets.last,
            start >= 0, start <= end, end <= data.count, end - start == count * 4
        else { throw .malformed("tensor \(name) lies outside the file") }
        return (0..<count).map { index in
            let offset = data.startIndex + start + index * 4
            let bits =
                UInt32(data[offset]) | UInt32(data[offset + 1]) << 8 | UInt32(data[offset + 2]) << 16
                | UInt32(data[offset + 3]) << 24
            return Float(bitPattern: bits)
        }
    }
}
