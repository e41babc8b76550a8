/// A type declared in a file.
struct TypeDeclaration: Sendable {
    let name: String
    /// Counted from zero.
    let line: Int
    /// Not inside another type or extension.
    let isTopLevel: Bool
    /// `private` or `fileprivate`.
    let isPrivate: Bool
}

extension SourceFile {
    private static let kinds: Set = ["struct", "enum", "class", "actor", "protocol"]
    private static let modifiers: Set = [
        "package", "internal", "private", "fileprivate", "public", "open", "final", "indirect", "nonisolated",
        "unsafe", "distributed", "safe", "frozen", "unchecked", "Suite", "main", "preconcurrency", "globalActor",
    ]

    /// Every type the file declares, in order.
    var types: [TypeDeclaration] {
        var depth = 0
        var found: [TypeDeclaration] = []
        for (line, words) in words.enumerated() {
            if let kind = words.firstIndex(where: { Self.kinds.contains($0.text) }), kind + 1 < words.count,
                words[kind].after == UInt8(ascii: " "), words[kind + 1].text.first?.isUppercase == true,
                words[..<kind].allSatisfy({ Self.modifiers.contains($0.text) })
            {
                let isPrivate = words[..<kind].contains { $0.text.hasSuffix("private") }
                found.append(
                    TypeDeclaration(
                        name: words[kind + 1].text, line: line, isTopLevel: depth == 0, isPrivate: isPrivate))
            }
            for byte in code[line].utf8 {
                if byte == UInt8(ascii: "{") { depth += 1 }
                if byte == UInt8(ascii: "}") { depth -= 1 }
            }
        }
        return found
    }
}
