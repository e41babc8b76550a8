/// Something the caller should be told although they did not ask just now (document 004, notification).
package struct SessionNotification: Codable, Hashable, Sendable {
    /// How urgent it is: `interrupt` is spoken at the next safe boundary, `high` when nobody speaks, the others with the
    /// next reply.
    package enum Priority: String, Codable, Hashable, Sendable {
        case interrupt, high, normal, low

        /// Whether a voice says it without being asked.
        package var isUrgent: Bool { self == .interrupt || self == .high }

        /// 0 is spoken first.
        package var rank: Int {
            switch self {
            case .interrupt: 0
            case .high: 1
            case .normal: 2
            case .low: 3
            }
        }
    }

    package var notificationID: String
    package var message: String
    package var priority: Priority

    package init(notificationID: String, message: String, priority: Priority) {
        self.notificationID = notificationID
        self.message = message
        self.priority = priority
    }

    private enum CodingKeys: String, CodingKey {
        case message, priority
        case notificationID = "notification_id"
    }
}
