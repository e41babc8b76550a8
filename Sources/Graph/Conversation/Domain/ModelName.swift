/// A car model and the ways callers name it.
package struct ModelName: Hashable, Sendable {
    package let make: String
    package let model: String
    /// In lower case, as a recogniser yields it.
    package let synonyms: [String]
    /// Words for all of its kind, in lower case: `electric`, `pickup`, `suv`.
    package let kinds: [String]

    package init(_ make: String, _ model: String, synonyms: [String], kinds: [String] = []) {
        self.make = make
        self.model = model
        self.synonyms = synonyms
        self.kinds = kinds
    }

    /// `Toyota Camry`.
    package var full: String { "\(make) \(model)" }
}
