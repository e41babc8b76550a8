/// Why a stored execution cannot go on.
package enum CheckpointError: Error, Hashable, Sendable {
    /// It is not what was written: cut off or changed.
    case damaged
    /// Its parts do not fit together; `path` says where: `execution.open`.
    case malformed(path: String, reason: String)
    /// It was written in another format.
    case unknownFormat(Int)
    /// It was written by another version of the graph.
    case otherVersion(found: Int, expected: Int)
    /// It waits at a node that the graph does not have, or that never waits in it.
    case unknownNode(String)
    /// The state or an effect has no JSON form.
    case unwritable(String)
}

extension CheckpointError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .damaged: "the checkpoint is damaged"
        case .malformed(let path, let reason): "the checkpoint is malformed at \(path): \(reason)"
        case .unknownFormat(let format): "the checkpoint has the unknown format \(format)"
        case .otherVersion(let found, let expected):
            "the checkpoint belongs to version \(found) of the graph, not to \(expected)"
        case .unknownNode(let node): "the checkpoint waits at \(node), where this graph never waits"
        case .unwritable(let reason): "the execution cannot be written: \(reason)"
        }
    }
}
