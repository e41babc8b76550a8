internal import Contract
package import FoundationEssentials
internal import Secure
internal import SwiftProtobuf
internal import Token

/// Believes the webhooks of servers that sign with a known key, each once.
package struct WebhookReceiver: Sendable, CustomStringConvertible, CustomReflectable {
    /// The longest body that is looked at. A room's and a participant's metadata may have half a megabyte each.
    package static let longestBody = 4 << 20
    /// Events that are remembered; a server would have to tell twenty a second to outrun it.
    package static let remembered = 8192

    private let secrets: [String: String]
    private var tokens: ReplayMemory
    private var events: ReplayMemory
    package private(set) var counters = WebhookCounters()

    /// - Parameters:
    ///   - secrets: by API key, those of every server whose webhooks come here.
    ///   - remembered: how many events are known again.
    package init(secrets: [String: String], remembered: Int = Self.remembered) {
        self.secrets = secrets
        tokens = ReplayMemory(capacity: remembered)
        events = ReplayMemory(capacity: remembered)
    }

    package var description: String { "webhooks of \(secrets.keys.sorted())" }

    package var customMirror: Mirror { Mirror(self, children: ["keys": secrets.keys.sorted(), "counters": counters]) }

    /// One request.
    /// - Parameters:
    ///   - body: its bytes, untouched.
    ///   - authorization: the field of that name: a token, with or without the word `Bearer`.
    package mutating func receive(
        _ body: [UInt8], authorization: String?, now: Date
    ) throws(WebhookError) -> WebhookEvent {
        do throws(WebhookError) {
            let event = try verified(body, authorization, now)
            counters.accepted += 1
            return event
        } catch {
            counters.count(error)
            throw error
        }
    }

    private mutating func verified(
        _ body: [UInt8], _ authorization: String?, _ now: Date
    ) throws(WebhookError) -> WebhookEvent {
        guard let token = Self.token(in: authorization) else { throw .missingToken }
        guard body.count <= Self.longestBody else { throw .tooLong }
        let claims = try claims(of: token, now)
        guard let hash = claims.sha256, !hash.isEmpty else { throw .missingHash }
        let expected = Data(Digest.sha256(body)).base64EncodedString()
        guard constantTimeEquals(Array(hash.utf8), Array(expected.utf8)) else { throw .wrongHash }
        let event = try Self.event(body)
        try remember(event, token, until: claims.expiry ?? now, now)
        return event
    }

    private func claims(of token: String, _ now: Date) throws(WebhookError) -> Claims {
        do throws(TokenError) {
            return try AccessToken.verify(token, now: now) { secrets[$0] }
        } catch {
            throw .token(error)
        }
    }

    private static func token(in authorization: String?) -> String? {
        let words = authorization?.split(separator: " ") ?? []
        switch words.count {
        case 1: return String(words[0])
        case 2 where words[0].lowercased() == "bearer": return String(words[1])
        default: return nil
        }
    }

    private static func event(_ body: [UInt8]) throws(WebhookError) -> WebhookEvent {
        var options = JSONDecodingOptions()
        options.ignoreUnknownFields = true
        guard let event = (try? Livekit_WebhookEvent(jsonUTF8Bytes: body, options: options)).flatMap(WebhookEvent.init)
        else { throw .malformed }
        return event
    }

    private mutating func remember(
        _ event: WebhookEvent, _ token: String, until expiry: Date, _ now: Date
    ) throws(WebhookError) {
        tokens.forget(now: now)
        events.forget(now: now)
        let (signed, id) = (Digest.sha256(Array(token.utf8)), Array(event.id.utf8))
        guard !tokens.knows(signed), !events.knows(id) else { throw .replayed }
        let until = expiry.addingTimeInterval(AccessToken.leeway)
        tokens.remember(signed, until: until)
        if !id.isEmpty { events.remember(id, until: until) }
    }
}
