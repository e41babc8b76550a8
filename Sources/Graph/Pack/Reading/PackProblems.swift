import Document

/// What is wrong with a pack, by file.
struct PackProblems: Sendable {
    private var files: [PackFile: DocumentProblems] = [:]
    /// What concerns the folder, not a file of a pack.
    private(set) var others: [DocumentError] = []

    subscript(file: PackFile) -> DocumentProblems {
        get { files[file] ?? DocumentProblems(file: file.name) }
        set { files[file] = newValue }
    }

    func hasFault(in file: PackFile) -> Bool { files[file]?.isEmpty == false }

    mutating func report(_ error: DocumentError) {
        others.append(error)
    }

    /// Everything, in the order of the files and their lines; `nil`: nothing.
    var invalid: InvalidDocument? {
        let errors = others + PackFile.allCases.flatMap { files[$0]?.invalid?.errors ?? [] }
        return errors.isEmpty ? nil : InvalidDocument(errors)
    }
}
