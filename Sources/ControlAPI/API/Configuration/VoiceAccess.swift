/// What it takes to let a caller into a room of a LiveKit server.
package struct VoiceAccess: Sendable {
    /// The address browsers connect to, `ws://…` or `wss://…`.
    package var url: String
    package var apiKey: String
    package var apiSecret: String
    /// The worker to ask for by name; `nil` leaves it to workers that serve every room.
    package var agentName: String?
    /// How long a token opens the door, in seconds.
    package var tokenLifetime = 600

    package init(url: String, apiKey: String, apiSecret: String, agentName: String? = nil) {
        self.url = url
        self.apiKey = apiKey
        self.apiSecret = apiSecret
        self.agentName = agentName
    }
}
