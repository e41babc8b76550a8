/// A name and a value after the known parts of a candidate line, such as `generation 0` or `network-id 1`.
package struct CandidateExtension: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
