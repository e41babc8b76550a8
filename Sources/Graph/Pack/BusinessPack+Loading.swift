package import Document

extension BusinessPack {
    /// Reads a business from a folder. Throws everything that is wrong with it, by file and line.
    package static func load(_ folder: String) throws(InvalidDocument) -> BusinessPack {
        try BusinessPack(PackFiles(folder: folder))
    }

    /// Reads a business from files in memory.
    package init(_ files: PackFiles) throws(InvalidDocument) {
        var reader = PackReader(files)
        let draft = reader.draft()
        var problems = reader.problems
        let pack = draft.pack(&problems)
        if let invalid = problems.invalid { throw invalid }
        // Only what was reported is missing.
        guard let pack else { preconditionFailure("a pack without faults is complete") }
        self = pack
    }
}
