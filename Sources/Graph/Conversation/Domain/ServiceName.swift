/// A service and the ways callers name it.
package struct ServiceName: Hashable, Sendable {
    /// As the database has it, such as `Oil Change`.
    package let name: String
    /// With its article, for the middle of a sentence: `an oil change`.
    package let spoken: String
    /// In lower case, as a recogniser yields it.
    package let synonyms: [String]

    package init(_ name: String, spoken: String, synonyms: [String]) {
        self.name = name
        self.spoken = spoken
        self.synonyms = synonyms
    }
}
