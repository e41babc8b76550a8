package import Document
package import FoundationEssentials

/// What an endpoint is told: `{type, timestamp, data}` (Standard Webhooks).
package struct WebhookMessage: Hashable, Sendable {
    /// Unique; receivers know a message that comes twice by it.
    package let id: String
    /// Empty for what concerns no session.
    package let session: String
    package let type: WebhookType
    package let at: Date
    package let data: JSON

    package init(id: String, session: String, type: WebhookType, at: Date, data: JSON) {
        self.id = id
        self.session = session
        self.type = type
        self.at = at
        self.data = data
    }

    package var body: String {
        let time = at.moment
        return JSON.object(["type": .string(type.rawValue), "timestamp": .string(time), "data": data]).text
    }
}

extension WebhookMessage {
    /// What an event of a session's log means to other programs; `nil`: nothing.
    package init?(_ logged: LoggedEvent) {
        guard WebhookType.sources.contains(logged.type), let type = WebhookType(logged.type, logged.frame) else {
            return nil
        }
        guard case .object(let all) = logged.frame else { return nil }
        var data = all
        data["type"] = nil
        data["session_id"] = .string(logged.sessionID)
        data["seq"] = .int(logged.sequence)
        self.init(id: logged.id, session: logged.sessionID, type: type, at: logged.at, data: .object(data))
    }
}
