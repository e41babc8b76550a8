package import FoundationEssentials

extension CompiledGraph where State: Encodable, Effect: Encodable {
    /// An execution as bytes to store. The same execution always gives the same bytes.
    package func encode(_ execution: Execution<State, Effect>) throws(CheckpointError) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return CheckpointFile<Execution<State, Effect>>.seal(
                try encoder.encode(
                    CheckpointFile(
                        execution: execution, format: CheckpointFile<Execution<State, Effect>>.format,
                        version: source.version)))
        } catch {
            throw .unwritable("\(error)")
        }
    }
}

extension CompiledGraph where State: Decodable, Effect: Decodable {
    /// A stored execution, checked to be one that this graph can go on with.
    package func decode(_ data: Data) throws(CheckpointError) -> Execution<State, Effect> {
        typealias Head = CheckpointFile<Ignored>
        guard let body = Head.unseal(data) else { throw .damaged }
        let head: CheckpointFile<Ignored> = try decoded(body)
        guard head.format == Head.format else { throw .unknownFormat(head.format) }
        guard head.version == source.version else {
            throw .otherVersion(found: head.version, expected: source.version)
        }
        let file: CheckpointFile<Execution<State, Effect>> = try decoded(body)
        for node in file.execution.waiting where position(of: node).flatMap({ nodes[$0].resume }) == nil {
            throw .unknownNode(node)
        }
        for request in file.execution.open where position(of: request.node) == nil { throw .unknownNode(request.node) }
        for join in file.execution.gatherings { try check(join) }
        return file.execution
    }

    private func check(_ join: Gathering) throws(CheckpointError) {
        guard let spread = position(of: join.node).flatMap({ nodes[$0].spread }) else { throw .unknownNode(join.node) }
        guard join.missing.allSatisfy(spread.branches.indices.contains) else {
            throw .malformed(path: "execution.gatherings", reason: "\(join.node) has fewer branches")
        }
    }

    private func decoded<Value: Decodable>(_ data: Data) throws(CheckpointError) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: data)
        } catch let error as DecodingError {
            throw .malformed(path: error.path, reason: error.reason)
        } catch {
            throw .malformed(path: "", reason: "\(error)")
        }
    }
}

/// A value that is there and not looked at.
private struct Ignored: Decodable {}

extension DecodingError {
    /// Where it went wrong: `execution.open.0.node`.
    fileprivate var path: String {
        let keys = context?.codingPath ?? []
        return keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }

    fileprivate var reason: String { context?.debugDescription ?? "unreadable" }

    private var context: Context? {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context
        @unknown default: nil
        }
    }
}
