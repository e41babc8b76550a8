/// What a document may be at most; whatever is larger is refused before it costs time or memory.
package struct DocumentLimits: Hashable, Sendable {
    /// Bytes of text.
    package var size: Int
    /// Mappings and sequences within each other.
    package var depth: Int
    /// Scalars, sequences and mappings together.
    package var values: Int

    package init(size: Int = 1 << 20, depth: Int = 32, values: Int = 100_000) {
        self.size = size
        self.depth = depth
        self.values = values
    }
}
