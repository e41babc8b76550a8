import Document
import Foundation
import Token

/// What it takes to let people into a room of a LiveKit server. Printing it shows no secret.
package struct VoiceAccess: Sendable, CustomStringConvertible, CustomReflectable {
    /// The address browsers connect to, `ws://…` or `wss://…`.
    package var url: String
    /// The address that this process reaches the server at.
    package var serverURL: String
    package var apiKey: String
    package var apiSecret: String
    /// The worker to ask for by name; `nil` leaves it to workers that serve every room.
    package var agentName: String?
    /// How long a token opens the door, in seconds; at most 600.
    package var tokenLifetime = 600

    package init(
        url: String, serverURL: String? = nil, apiKey: String, apiSecret: String, agentName: String? = nil
    ) {
        self.url = url
        self.serverURL = serverURL ?? url
        self.apiKey = apiKey
        self.apiSecret = apiSecret
        self.agentName = agentName
    }

    package var description: String { "\(url) as \(apiKey)" }
    package var customMirror: Mirror { Mirror(self, children: ["url": url, "apiKey": apiKey]) }

    /// What a client needs to join: the address, the token, and until when it opens the door.
    func entry(_ token: AccessToken, now: Date) throws(TokenError) -> JSON {
        let signed = try token.signed(
            key: apiKey, secret: apiSecret, now: now, validFor: .seconds(min(600, tokenLifetime)))
        let expiry = now.addingTimeInterval(TimeInterval(min(600, tokenLifetime)))
        return [
            "token": .string(signed), "url": .string(url), "room": .string(token.grants?.room ?? ""),
            "identity": .string(token.identity), "expires_at": .string(expiry.moment),
        ]
    }
}
