import Yams

/// What the YAML library found wrong, in our words.
struct YAMLFailure {
    let line: Int?
    let what: String

    init(_ error: YamlError, in text: String) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            line = mark.line
            let since = context.map { " (\($0.text) from line \($0.mark.line))" } ?? ""
            what = "is not YAML: \(problem)\(since)"
        case .reader(let problem, let offset, _, _):
            line = offset.map { text.prefix($0).count(where: \.isNewline) + 1 }
            what = "is not YAML: \(problem)"
        case .duplicatedKeysInMapping(let keys, let context):
            let keys = keys.map { "\"\($0.prefix(60))\"" }
            line = Self.second(of: context.mark, in: text) ?? context.mark.line
            what = "the key \(keys.joined(separator: ", ")) stands twice, first in line \(context.mark.line)"
        default:
            line = nil
            what = "cannot be read: \(error)"
        }
    }

    /// The line below a key in which the same mapping has it again, where the mapping is written in lines.
    private static func second(of mark: Mark, in text: String) -> Int? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.indices.contains(mark.line - 1) else { return nil }
        let key = self.key(in: lines[mark.line - 1], at: mark.column)
        for (index, line) in lines.enumerated().dropFirst(mark.line) {
            let indent = line.unicodeScalars.prefix { $0 == " " }.count
            if indent == line.unicodeScalars.count { continue }
            if indent < mark.column - 1 { return nil }
            if self.key(in: line, at: mark.column) == key { return index + 1 }
        }
        return nil
    }

    /// The key that begins at a column, without quotes.
    private static func key(in line: Substring, at column: Int) -> String {
        let scalars = line.unicodeScalars.dropFirst(column - 1).prefix { $0 != ":" }
        return String(String.UnicodeScalarView(scalars.filter { !"\"' ".unicodeScalars.contains($0) }))
    }
}
