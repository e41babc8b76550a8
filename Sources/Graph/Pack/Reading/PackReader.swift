import Document

/// Reads the files of a pack, each by its schema.
struct PackReader {
    private let files: PackFiles
    private(set) var problems = PackProblems()

    init(_ files: PackFiles) {
        self.files = files
    }

    /// Reads all there is. What cannot be read is missing from the draft and among the problems.
    mutating func draft() -> PackDraft {
        refuseStrangers()
        return PackDraft(
            business: entry(.business), services: entries(.services), models: entries(.models),
            inventory: entries(.inventory), customers: entries(.customers), questions: entries(.faq),
            phrases: document(.phrases), tools: entries(.tools), graph: document(.graph))
    }

    /// A file nobody reads is more likely misspelt than meant for nobody.
    private mutating func refuseStrangers() {
        let known = PackFile.allCases.map(\.name)
        for name in files.contents.keys.sorted() where !known.contains(name) {
            let missing = known.filter { files.contents[$0] == nil }
            let hint = Spelling.hint(for: name, among: missing)
            problems.report(DocumentError(file: name, what: "is not a file of a pack" + hint))
        }
    }

    private mutating func entry<Record: Decodable>(_ file: PackFile) -> PackEntry<Record>? {
        guard let source = document(file) else { return nil }
        let record = file.schema.decode(Record.self, from: source, &problems[file])
        return record.map { PackEntry(record: $0, source: source) }
    }

    private mutating func entries<Record: Decodable>(_ file: PackFile) -> [PackEntry<Record>]? {
        let list: PackEntry<[Record]>? = entry(file)
        return list.map { list in
            zip(list.record, list.source.elements).map { PackEntry(record: $0, source: $1) }
        }
    }

    /// The document of a file, if it is there and in shape.
    private mutating func document(_ file: PackFile) -> DocumentValue? {
        guard let bytes = files.contents[file.name] else {
            if file.isRequired { problems.report(DocumentError(file: file.name, what: "is missing")) }
            return nil
        }
        do {
            let document = try DocumentValue(parsing: bytes, file: file.name)
            file.schema.check(document, &problems[file])
            return problems.hasFault(in: file) ? nil : document
        } catch {
            problems[file].report(error)
            return nil
        }
    }
}
