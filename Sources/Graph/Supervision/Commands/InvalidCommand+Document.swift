import Document

extension InvalidCommand.Problem {
    /// What a schema found wrong.
    init(_ error: DocumentError) {
        self.init(error.what, at: Self.pointer(error.path))
    }

    /// `a.b[2]["c d"]` as `/a/b/2/c d`.
    static func pointer(_ path: String) -> String {
        var steps: [String] = []
        var rest = Substring(path)
        while let first = rest.first {
            if first == "[" {
                let isQuoted = rest.hasPrefix("[\"")
                let body = rest.dropFirst(isQuoted ? 2 : 1)
                let end = body.firstRange(of: isQuoted ? "\"]" : "]") ?? body.endIndex..<body.endIndex
                steps.append(String(body[..<end.lowerBound]))
                rest = body[end.upperBound...]
            } else {
                if first == "." { rest = rest.dropFirst() }
                let word = rest.prefix { $0 != "." && $0 != "[" }
                steps.append(String(word))
                rest = rest.dropFirst(word.count)
            }
        }
        return steps.map { "/" + escaped($0) }.joined()
    }

    private static func escaped(_ step: String) -> String {
        step.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
