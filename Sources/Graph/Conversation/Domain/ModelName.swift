/// A car model and the ways callers name it.
package struct ModelName: Hashable, Sendable {
    package let make: String
    package let model: String
    /// In lower case, as a recogniser yields it.
    package let synonyms: [String]

    package init(_ make: String, _ model: String, synonyms: [String]) {
        self.make = make
        self.model = model
        self.synonyms = synonyms
    }
}
