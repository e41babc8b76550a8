/// Patterns with `*` and `?`, as shells know them.
enum Glob {
    /// In time proportional to the product of both lengths at worst.
    static func matches(_ pattern: String, _ text: String) -> Bool {
        let (pattern, text) = (Array(pattern.utf8), Array(text.utf8))
        var (place, position) = (0, 0)
        /// After the last star, and where its run ends for now.
        var star: (next: Int, end: Int)?
        while position < text.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place + 1, position)
                place += 1
            } else if place < pattern.count, [text[position], UInt8(ascii: "?")].contains(pattern[place]) {
                place += 1
                position += 1
            } else if let last = star {
                star = (last.next, last.end + 1)
                (place, position) = (last.next, last.end + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
