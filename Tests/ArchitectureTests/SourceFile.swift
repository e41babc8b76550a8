/// One Swift file that people wrote.
struct SourceFile: Sendable {
    /// From the repository's root, such as "Sources/Timing/Instant.swift".
    let path: String
    /// The lines as they stand.
    let lines: [Substring]
    /// The same lines without comments and string contents.
    let code: [Substring]
    /// The words of each line of code.
    let words: [[Word]]

    init(path: String, text: String) {
        self.path = path
        lines = Self.lines(of: text)
        code = Self.lines(of: SourceText.blanked(text))
        words = code.map { Word.words(of: $0) }
    }

    var isTest: Bool { path.hasPrefix("Tests/") }

    /// The file's name without its folder and ending.
    var name: String {
        String((path.split(separator: "/").last ?? "").dropLast(".swift".count))
    }

    /// "path:line: rule", for lines counted from zero.
    func finding(_ line: Int, _ rule: String) -> Finding {
        Finding(description: "\(path):\(line + 1): \(rule)")
    }

    private static func lines(of text: String) -> [Substring] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
