/// Looks for aliases before the YAML library sees a text: it copies what they stand for and compares keys by all that is
/// in them, so that a few lines of aliases of aliases would keep it busy for years (the "billion laughs").
enum AliasScan {
    /// The line of the first alias of an anchor that the text has; `nil`: there is none.
    ///
    /// Goes by the spelling alone: ` &name` and ` *name` with the same name. Two such words in a text mean no harm, but
    /// nobody writes them.
    static func firstAlias(in text: String) -> Int? {
        guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else { return nil }
        let bytes = Array(text.utf8)
        let anchors = Set(names(after: UInt8(ascii: "&"), in: bytes).map(\.name))
        let alias = names(after: UInt8(ascii: "*"), in: bytes).first { anchors.contains($0.name) }
        return alias.map { alias in bytes[..<alias.offset].count { $0 == UInt8(ascii: "\n") } + 1 }
    }

    private static func names(after sign: UInt8, in bytes: [UInt8]) -> [(name: ArraySlice<UInt8>, offset: Int)] {
        bytes.indices.compactMap { index in
            guard bytes[index] == sign, index == 0 || isBorder(bytes[index - 1]) else { return nil }
            let name = bytes[(index + 1)...].prefix(while: isWord)
            return name.isEmpty ? nil : (name, index)
        }
    }

    /// After what an alias can begin; after anything else the sign is a part of a text.
    private static func isBorder(_ byte: UInt8) -> Bool {
        " \t\r\n[]{},:?-\"'".utf8.contains(byte)
    }

    /// What libyaml takes for a part of an anchor's name.
    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
