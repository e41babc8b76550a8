/// Everything that is wrong with a graph.
package struct InvalidGraph: Error, Hashable, Sendable, CustomStringConvertible {
    package let defects: [GraphDefect]

    package var description: String { defects.map(\.description).joined(separator: "; ") }
}
