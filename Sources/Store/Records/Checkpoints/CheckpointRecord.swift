import Document

/// A checkpoint as one value: a line of JSON and the payload.
enum CheckpointRecord {
    static func bytes(of checkpoint: StoredCheckpoint) -> [UInt8] {
        let head: JSON = [
            "at": .int(checkpoint.milliseconds), "checksum": .int(Checksum.of(checkpoint.payload)),
            "label": .string(checkpoint.label), "parent": checkpoint.parent.map { .int($0) } ?? .null,
        ]
        return Array(head.data) + [UInt8(ascii: "\n")] + checkpoint.payload
    }

    /// Throws `corrupt` for bytes that are not what `bytes(of:)` made.
    static func checkpoint(
        _ bytes: [UInt8], _ sequence: Int, of session: String
    ) throws(StoreError) -> StoredCheckpoint {
        guard sequence > 0, let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
            let text = String(validating: bytes[..<end], as: UTF8.self), let head = try? JSON(parsing: text),
            let at = head["at"]?.int, let checksum = head["checksum"]?.int, let label = head["label"]?.string,
            let parent = head["parent"], parent.isNull || parent.int != nil
        else { throw .corrupt(StoredCheckpoint.name(sequence, of: session)) }
        let payload = Array(bytes[(end + 1)...])
        guard Checksum.of(payload) == checksum else { throw .corrupt(StoredCheckpoint.name(sequence, of: session)) }
        return StoredCheckpoint(
            session: session, sequence: sequence, parent: parent.int, at: StoredCheckpoint.date(milliseconds: at),
            label: label, payload: payload)
    }
}
