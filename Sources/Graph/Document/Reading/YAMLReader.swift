import Yams

/// Turns the node tree of the YAML library into values, and refuses what a document here may not use.
struct YAMLReader {
    private static let textTag = "tag:yaml.org,2002:str"
    private static let harmlessTags: Set = ["", textTag, "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"]

    private let limits: DocumentLimits
    private var problems: DocumentProblems
    private var count = 0

    init(file: String?, limits: DocumentLimits) {
        self.limits = limits
        problems = DocumentProblems(file: file)
    }

    mutating func read(_ text: String) throws(InvalidDocument) -> DocumentValue {
        if let line = AliasScan.firstAlias(in: text) {
            problems.report("aliases (`*name`) are not allowed", line: line)
            try problems.check()
        }
        let value = compose(text)
        try problems.check()
        return value
    }

    private mutating func compose(_ text: String) -> DocumentValue {
        let nothing = DocumentValue(.scalar(.null), at: DocumentPosition(line: 1, column: 1))
        do {
            // Without rules, so that no key costs a regular expression, and `1` and "1" are one key.
            let parser = try Parser(yaml: text, resolver: .basic)
            guard let root = try parser.singleRoot() else { return nothing }
            // Nodes know their anchors only while the parser lives.
            return withExtendedLifetime(parser) { value(root, .root, depth: 1) }
        } catch let error as YamlError {
            let failure = YAMLFailure(error, in: text)
            problems.report(failure.what, line: failure.line)
        } catch {
            problems.report("cannot be read: \(error)", line: nil)
        }
        return nothing
    }

    private mutating func value(_ node: Node, _ path: DocumentPath, depth: Int) -> DocumentValue {
        let position = node.mark.map { DocumentPosition(line: $0.line, column: $0.column) }
        let nothing = DocumentValue(.scalar(.null), at: position, path: path)
        guard accept(node, nothing, depth) else { return nothing }
        let content: DocumentValue.Content =
            switch node {
            case .scalar(let scalar): .scalar(Self.scalar(scalar))
            case .sequence(let nodes): .sequence(elements(nodes, path, depth: depth))
            case .mapping(let pairs): .mapping(entries(pairs, path, depth: depth))
            case .alias: .scalar(.null)
            }
        return DocumentValue(content, at: position, path: path)
    }

    private static func scalar(_ scalar: Node.Scalar) -> DocumentScalar {
        let isPlain = (scalar.style == .plain || scalar.style == .any) && scalar.tag.rawValue != textTag
        return DocumentScalar(scalar.string, isPlain ? .plain : .quoted)
    }

    private mutating func elements(
        _ nodes: Node.Sequence, _ path: DocumentPath, depth: Int
    ) -> [DocumentValue] {
        nodes.enumerated().map { value($1, .index($0, in: path), depth: depth + 1) }
    }

    private mutating func entries(
        _ pairs: Node.Mapping, _ path: DocumentPath, depth: Int
    ) -> [DocumentValue.Entry] {
        pairs.compactMap { key, node in
            let position = key.mark.map { DocumentPosition(line: $0.line, column: $0.column) }
            guard case .scalar(let scalar) = key else {
                problems.report("a key must be a word", line: position?.line, path: path)
                return nil
            }
            let path = DocumentPath.key(scalar.string, in: path)
            guard accept(key, DocumentValue(.scalar(.null), at: position, path: path), depth) else { return nil }
            return DocumentValue.Entry(
                key: scalar.string, position: position, value: value(node, path, depth: depth + 1))
        }
    }

    /// Reports what a node may not be, at a place.
    private mutating func accept(_ node: Node, _ place: DocumentValue, _ depth: Int) -> Bool {
        count += 1
        if count > limits.values {
            if count == limits.values + 1 { problems.report("there are more than \(limits.values) values", at: place) }
            return false
        }
        if depth > limits.depth {
            problems.report("is nested more than \(limits.depth) deep", at: place)
        } else if let anchor = node.anchor {
            problems.report("anchors (`&\(anchor.rawValue.prefix(40))`) are not allowed", at: place)
        } else if let tag = node.explicitTag, !Self.harmlessTags.contains(tag) {
            problems.report("tags (`\(tag.prefix(60))`) are not allowed", at: place)
        } else {
            return true
        }
        return false
    }
}

extension Node {
    /// As written; reading it resolves nothing.
    fileprivate var explicitTag: String? {
        switch self {
        case .scalar(let scalar): scalar.tag.rawValue
        case .sequence(let sequence): sequence.tag.rawValue
        case .mapping(let mapping): mapping.tag.rawValue
        case .alias: nil
        }
    }
}
