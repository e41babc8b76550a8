/// One thing that is wrong with a document.
package struct DocumentError: Error, Hashable, Sendable {
    package let file: String?
    /// Counts from 1; `nil` where the value came from no text.
    package let line: Int?
    /// Such as `services[2].price`; empty for the document as a whole.
    package let path: String
    /// What is wrong, as the rest of a sentence.
    package let what: String

    package init(file: String? = nil, line: Int? = nil, path: String = "", what: String) {
        self.file = file
        self.line = line
        self.path = path
        self.what = what
    }
}

extension DocumentError: CustomStringConvertible {
    /// `services.yaml:12: services[2].price: must be a whole number, not "cheap"`.
    package var description: String {
        let place =
            switch (file, line) {
            case (let file?, let line?): "\(file):\(line)"
            case (let file?, nil): file
            case (nil, let line?): "line \(line)"
            case (nil, nil): ""
            }
        return [place, path, what].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}
