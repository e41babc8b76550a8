/// The place of a frame in the feed of a workspace: opaque to clients, of use only with the process that gave it.
package struct WorkspaceCursor: Hashable, Sendable {
    /// The process, and its run.
    package let origin: String
    /// Counts the events that the process saw.
    package let ordinal: Int

    package init(origin: String, ordinal: Int) {
        self.origin = origin
        self.ordinal = ordinal
    }

    /// `nil` for what no process of ours wrote.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64, parts[1].utf8.count <= 13,
            let ordinal = Int(parts[1], radix: 36), ordinal >= 0
        else { return nil }
        self.init(origin: String(parts[0]), ordinal: ordinal)
    }

    package var text: String { "\(origin).\(String(ordinal, radix: 36))" }
}
