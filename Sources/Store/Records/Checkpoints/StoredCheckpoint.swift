package import FoundationEssentials

/// A checkpoint as a store keeps it: bytes, and where they belong.
package struct StoredCheckpoint: Hashable, Sendable {
    package let session: String
    /// Counts from 1 within the session.
    package let sequence: Int
    /// The sequence of the checkpoint the step started from; `nil` for the first.
    package let parent: Int?
    /// To the millisecond; what is finer is lost in a store.
    package let at: Date
    /// Where the graph waits, or the way it took: for lists.
    package let label: String
    /// What the engine wrote; the store never reads it.
    package let payload: [UInt8]

    package init(session: String, sequence: Int, parent: Int?, at: Date, label: String, payload: [UInt8]) {
        self.session = session
        self.sequence = sequence
        self.parent = parent
        self.at = at
        self.label = label
        self.payload = payload
    }
}

extension StoredCheckpoint {
    /// Milliseconds since 1970, as stores write it.
    var milliseconds: Int {
        let value = (at.timeIntervalSince1970 * 1000).rounded()
        return Int(exactly: value) ?? 0
    }

    static func date(milliseconds: Int) -> Date {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    /// How stores and errors name one.
    static func name(_ sequence: Int, of session: String) -> String { "checkpoint \(sequence) of session \(session)" }

    /// Throws `invalid` for what no store takes.
    func validate(limit: Int) throws(StoreError) {
        guard sequence > 0 else { throw .invalid("sequence of a checkpoint: it counts from 1") }
        guard !session.isEmpty, session.utf8.count <= 256, !session.utf8.contains(0) else {
            throw .invalid("session id of a checkpoint")
        }
        guard label.utf8.count <= 1024, !label.utf8.contains(0) else { throw .invalid("label of a checkpoint") }
        guard payload.count <= limit else { throw .invalid("checkpoint of more than \(limit) bytes") }
    }
}
