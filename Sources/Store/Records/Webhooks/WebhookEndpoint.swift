package import FoundationEssentials

/// Where another program wants to be told of things.
package struct WebhookEndpoint: Hashable, Sendable {
    /// A secret that signs, until it expires; the newest has no expiry.
    package struct Key: Hashable, Sendable, Codable {
        package let secret: String
        package var expiry: Date?

        package init(_ secret: String, expiry: Date? = nil) {
            self.secret = secret
            self.expiry = expiry
        }
    }

    /// `whk_` and 26 characters.
    package let id: String
    package let workspace: String
    package var url: String
    /// The types of `WebhookType` that are sent; empty: all.
    package var types: Set<String>
    /// What people call it.
    package var about: String?
    package var keys: [Key]
    package var isEnabled: Bool
    package let createdAt: Date

    package init(
        id: String, workspace: String, url: String, types: Set<String> = [], about: String? = nil, keys: [Key],
        isEnabled: Bool = true, createdAt: Date
    ) {
        self.id = id
        self.workspace = workspace
        self.url = url
        self.types = types
        self.about = about
        self.keys = keys
        self.isEnabled = isEnabled
        self.createdAt = createdAt
    }

    /// The secrets that sign now: two while one takes the other's place.
    package func secrets(at now: Date) -> [String] {
        keys.filter { key in key.expiry.map { $0 > now } ?? true }.map(\.secret)
    }

    /// Seconds for which a secret still signs after another took its place.
    private static let overlap: TimeInterval = 24 * 3600

    /// Signs with another secret from now on, and for a day with the one before it too.
    package mutating func rotate(to secret: String, at now: Date) {
        let current = keys.last { $0.expiry == nil }.map {
            Key($0.secret, expiry: now.addingTimeInterval(Self.overlap))
        }
        keys = [current].compactMap { $0 } + [Key(secret)]
    }
}

extension WebhookEndpoint: CustomStringConvertible, CustomReflectable {
    /// Without its secrets.
    package var description: String { "webhook \(id)" }

    package var customMirror: Mirror { Mirror(self, children: ["id": id, "url": url]) }
}
