package import Contract
import SwiftProtobuf

/// Who a worker is, and how much it takes on.
package struct WorkerOptions: Sendable {
    /// Empty: the worker is sent to every new room. Otherwise only where somebody dispatched an agent of this name.
    package var agentName = ""
    package var type = Livekit_JobType.jtRoom
    package var version = "1"
    package var deployment = ""
    /// Jobs at the same time.
    package var capacity = 1
    /// From this load (0...1) the worker calls itself full; infinity turns the rule off.
    package var fullLoad: Float = 0.7
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
}
