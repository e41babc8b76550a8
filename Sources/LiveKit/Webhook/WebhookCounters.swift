/// What became of the webhooks that came.
package struct WebhookCounters: Hashable, Sendable {
    package internal(set) var accepted = 0
    /// Without a token, or with one that is not a webhook's.
    package internal(set) var unsigned = 0
    /// With a token that is not the server's, or whose time is over.
    package internal(set) var unauthorized = 0
    /// With a body that is not the one that was signed.
    package internal(set) var altered = 0
    /// With a body that is no event, or is too long.
    package internal(set) var malformed = 0
    /// Received before.
    package internal(set) var replayed = 0

    mutating func count(_ error: WebhookError) {
        switch error {
        case .missingToken, .missingHash: unsigned += 1
        case .token: unauthorized += 1
        case .wrongHash: altered += 1
        case .tooLong, .malformed: malformed += 1
        case .replayed: replayed += 1
        }
    }
}
