/// The way from the root of a document to a value: `services[2].price`.
package indirect enum DocumentPath: Hashable, Sendable {
    case root
    case key(String, in: DocumentPath)
    /// Counts from 0.
    case index(Int, in: DocumentPath)
}

extension DocumentPath: CustomStringConvertible {
    /// Empty for the root. A key that is no plain word is quoted: `phrases["a b"]`.
    package var description: String {
        var steps: [String] = []
        var path = self
        while true {
            switch path {
            case .root:
                let joined = steps.reversed().joined()
                return joined.first == "." ? String(joined.dropFirst()) : joined
            case .key(let key, let parent):
                steps.append(Self.isPlain(key) ? ".\(key)" : "[\"\(key.prefix(60))\"]")
                path = parent
            case .index(let index, let parent):
                steps.append("[\(index)]")
                path = parent
            }
        }
    }

    private static func isPlain(_ key: String) -> Bool {
        !key.isEmpty && key.count <= 60 && key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    }
}
