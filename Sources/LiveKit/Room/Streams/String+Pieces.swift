extension String {
    /// Cut into pieces of at most `limit` bytes of UTF-8, never inside a character's encoding.
    func pieces(ofUTF8 limit: Int) -> [Substring] {
        var pieces: [Substring] = []
        var rest = self[...]
        while rest.utf8.count > limit {
            var end = rest.utf8.index(rest.startIndex, offsetBy: limit)
            while rest.utf8[end] & 0xC0 == 0x80 { end = rest.utf8.index(before: end) }
            pieces.append(rest[..<end])
            rest = rest[end...]
        }
        if !rest.isEmpty { pieces.append(rest) }
        return pieces
    }
}
