/// Why a recording could not be replayed.
package enum ReplayError: Error, Hashable, Sendable {
    /// Something happened that is not in the recording.
    case incomplete
    /// What succeeded once failed at this entry; the graph or the execution is another.
    case diverged(entry: Int, reason: String)
}

extension ReplayError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .incomplete: "the recording is incomplete"
        case .diverged(let entry, let reason): "the recording fails at entry \(entry): \(reason)"
        }
    }
}
