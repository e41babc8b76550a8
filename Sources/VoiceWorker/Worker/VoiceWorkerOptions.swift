package import AgentDispatch
import Timing
package import Transport

/// Where a worker registers, and how much it takes on.
package struct VoiceWorkerOptions: Sendable {
    package var server: ServerURL
    package var apiKey: String
    /// Never written to a log.
    package var apiSecret: String
    /// Empty: every new room gets this agent. Otherwise only rooms that ask for it.
    package var agentName = ""
    /// Only jobs of the same namespace and deployment; empty for the default ones.
    package var namespace = ""
    package var deployment = ""
    /// How the agent appears in the room.
    package var participantName = "Parley"
    /// Calls at the same time.
    package var capacity = 20
    /// A session that another process holds is waited for so long: somewhat longer than the holding of a dead one lasts.
    package var claimDeadline = Duration.seconds(12)
    /// A graceful shutdown waits so long for calls to end by themselves …
    package var drainDeadline = Duration.seconds(60)
    /// … then says this in each …
    package var farewell = "I am sorry, I have to end this call now. Please call again. Goodbye."
    /// … and gives it so long to be heard.
    package var farewellDeadline = Duration.seconds(10)
    /// The waits of the worker protocol.
    package var timing = WorkerTiming()

    package init(server: ServerURL, apiKey: String, apiSecret: String) {
        self.server = server
        self.apiKey = apiKey
        self.apiSecret = apiSecret
    }

    /// Whether a server accepts this as a deployment's name.
    package static func isDeployment(_ name: String) -> Bool { WorkerOptions.isDeployment(name) }
}
