package import Contract
import SwiftProtobuf

/// Who a worker is, and how much it takes on.
package struct WorkerOptions: Sendable {
    /// Empty: the worker is sent to every new room. Otherwise only where somebody dispatched an agent of this name.
    package var agentName = ""
    package var type = Livekit_JobType.jtRoom
    package var version = "1"
    /// Only jobs of the same namespace are offered; empty for the default one.
    package var namespace = ""
    /// Only jobs that ask for this deployment are offered; at most 64 bytes without `_` and blanks.
    package var deployment = ""
    /// Jobs at the same time.
    package var capacity = 1
    /// From this load (0...1) the worker calls itself full; infinity turns the rule off. LiveKit's server gives nothing
    /// to a worker that reports 0.7 or more, whatever it calls itself.
    package var fullLoad: Float = 0.7
    /// A worker that was full by its load takes jobs again below this load.
    package var relievedLoad: Float = 0.55
    /// How the agent appears in the room.
    package var participantName = ""
    package var participantAttributes: [String: String] = [:]
    package var permissions = Livekit_ParticipantPermission.with {
        $0.canSubscribe = true
        $0.canPublish = true
        $0.canPublishData = true
        $0.canUpdateMetadata = true
        $0.agent = true
    }
    package var timing = WorkerTiming()

    package init() {}

    /// Whether a server accepts this as a deployment's name.
    package static func isDeployment(_ name: String) -> Bool {
        name.utf8.count <= 64 && !name.contains { $0 == "_" || $0.isWhitespace }
    }
}
