import Document

/// A list of names in one column, as a JSON array.
enum StoredList {
    static func text(_ names: [String]) -> String { JSON.array(names.map(JSON.string)).text }

    /// Throws `corrupt` for what is no list of texts.
    static func read(_ text: String) throws(StoreError) -> [String] {
        guard case .array(let elements)? = try? JSON(parsing: text) else { throw .corrupt("a list") }
        return elements.compactMap(\.string)
    }
}
