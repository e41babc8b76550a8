import Document
import FoundationEssentials

/// The stored form of an execution: `{"checksum", "execution", "format", "version"}`, JSON with sorted keys. The checksum is
/// FNV-1a over all the rest, so that a changed byte is noticed; whoever stores the bytes keeps them as they are.
struct CheckpointFile<Content> {
    static var format: Int { 1 }

    let execution: Content
    let format: Int
    let version: Int

    private static var opening: String { "{\"checksum\":\"" }
    private static var closing: String { "\"," }

    /// Bytes with their checksum in front; `body` begins with a brace.
    static func seal(_ body: Data) -> Data {
        Data((opening + checksum(of: body.dropFirst()) + closing).utf8) + body.dropFirst()
    }

    /// The bytes without their checksum; `nil` when it is not theirs.
    static func unseal(_ data: Data) -> Data? {
        let head = opening.utf8.count + 16 + closing.utf8.count
        guard data.count > head else { return nil }
        let rest = data.dropFirst(head)
        guard data.prefix(head).elementsEqual((opening + checksum(of: rest) + closing).utf8) else { return nil }
        return Data("{".utf8) + rest
    }

    /// FNV-1a with 64 bits (draft-eastlake-fnv), in sixteen digits.
    private static func checksum(of bytes: Data) -> String {
        let digits = String(FNV1a.hash(bytes), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension CheckpointFile: Encodable where Content: Encodable {}
extension CheckpointFile: Decodable where Content: Decodable {}
