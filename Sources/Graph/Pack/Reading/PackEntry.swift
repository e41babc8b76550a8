import Document

/// A record of a pack, and where it is written.
struct PackEntry<Record: Sendable>: Sendable {
    let record: Record
    let source: DocumentValue
}
