extension DocumentValue {
    /// Reads one YAML or JSON document. An empty one is `null`.
    ///
    /// Refused, each with its line: what is not UTF-8 or not YAML, more than one document, a key that stands twice or is no
    /// word, aliases, anchors and tags, and whatever exceeds the limits.
    package init(
        parsing text: some Sequence<UInt8>, file: String? = nil, limits: DocumentLimits = DocumentLimits()
    ) throws(InvalidDocument) {
        let bytes = Array(text.prefix(limits.size + 1))
        guard bytes.count <= limits.size else {
            throw InvalidDocument([DocumentError(file: file, what: "is larger than \(limits.size) bytes")])
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let line = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .firstIndex { String(validating: $0, as: UTF8.self) == nil }
            throw InvalidDocument([DocumentError(file: file, line: line.map { $0 + 1 }, what: "is not UTF-8")])
        }
        var reader = YAMLReader(file: file, limits: limits)
        self = try reader.read(JSONEscapes.joined(text))
    }

    /// Reads one YAML or JSON document.
    package init(
        parsing text: String, file: String? = nil, limits: DocumentLimits = DocumentLimits()
    ) throws(InvalidDocument) {
        try self.init(parsing: text.utf8, file: file, limits: limits)
    }
}
