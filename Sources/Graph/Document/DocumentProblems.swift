/// What was found wrong with a document so far. Reading goes on after a problem, so that all are told at once.
package struct DocumentProblems: Hashable, Sendable {
    /// More than these are counted, not kept.
    package static let limit = 200

    package let file: String?
    package private(set) var errors: [DocumentError] = []
    private var unkept = 0

    package init(file: String? = nil) {
        self.file = file
    }

    package var isEmpty: Bool { errors.isEmpty }

    package mutating func report(_ what: String, at value: DocumentValue) {
        report(what, line: value.position?.line, path: value.path)
    }

    /// For what is wrong with a key, not with its value.
    package mutating func report(_ what: String, at entry: DocumentValue.Entry) {
        report(what, line: entry.position?.line, path: entry.value.path)
    }

    package mutating func report(_ what: String, line: Int?, path: DocumentPath = .root) {
        guard errors.count < Self.limit else {
            unkept += 1
            return
        }
        errors.append(DocumentError(file: file, line: line, path: path.description, what: what))
    }

    package mutating func report(_ error: InvalidDocument) {
        for error in error.errors.prefix(Self.limit - errors.count) { errors.append(error) }
    }

    /// Throws what was found, if anything was.
    package func check() throws(InvalidDocument) {
        if let invalid { throw invalid }
    }

    /// What was found, by line; `nil`: nothing.
    package var invalid: InvalidDocument? {
        guard !errors.isEmpty else { return nil }
        // Stable: problems of one line stay in the order they were found in.
        let sorted = errors.enumerated().sorted {
            ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
        }
        let rest = unkept == 0 ? [] : [DocumentError(file: file, what: "and \(unkept) more")]
        return InvalidDocument(sorted.map(\.element) + rest)
    }
}
