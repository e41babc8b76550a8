import Access
import ArgumentParser
import Document
import Foundation
import Store
import Supervision

/// What programs sign in with.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Make, list and revoke API keys.",
        subcommands: [List.self, Add.self, Revoke.self], defaultSubcommand: List.self)

    /// `parley keys list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the keys, without their secrets.")

        @Flag(help: "Print a JSON line for each key.")
        var json = false

        @OptionGroup var access: AccessOptions

        func run() async throws {
            try await access.use { keeper throws(AccessError) in
                for key in try await keeper.keys() { Console.print(json ? Self.json(key).text : Self.text(key)) }
            }
        }

        private static func text(_ key: APIKey) -> String {
            let state = key.revokedAt != nil ? "  (revoked)" : key.isValid(now: Date()) ? "" : "  (expired)"
            let kind = key.isPublishable ? "publishable" : key.role.rawValue
            return "\(key.id)  \(kind)  \(key.scopes?.sorted().joined(separator: " ") ?? "*")  \(key.name)\(state)"
        }

        private static func json(_ key: APIKey) -> JSON {
            let moment = { (date: Date?) in date.map { JSON.string($0.formatted(.iso8601)) } ?? .null }
            return [
                "id": .string(key.id), "name": .string(key.name), "role": .string(key.role.rawValue),
                "is_publishable": .bool(key.isPublishable), "expires_at": moment(key.expiresAt),
                "grants": key.scopes.map { .array($0.sorted().map(JSON.string)) } ?? .null,
                "origins": .array(key.origins.sorted().map(JSON.string)), "last_used_at": moment(key.lastUsedAt),
                "revoked_at": moment(key.revokedAt),
            ]
        }
    }

    /// `parley keys add NAME`.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Make a key and print its secret, this once.")

        @Argument(help: "What it is for.")
        var name: String

        @Option(help: "operator, supervisor, admin or worker.")
        var role = "admin"

        @Option(
            help: "What it is limited to, separated by commas, such as session:read. Default: what the role may do.")
        var scopes: String?

        @Option(help: "Days until it expires. Default: never.")
        var days: Int?

        @Option(help: "The supervisor who acts by it: their id.")
        var owner: String?

        @Option(help: "Makes a key for a page at this origin, which only begins sessions. May be given several times.")
        var origin: [String] = []

        @OptionGroup var access: AccessOptions

        func validate() throws {
            if Role(rawValue: role) == nil { throw ValidationError("--role is operator, supervisor, admin or worker.") }
            if let days, !(1...36_500).contains(days) { throw ValidationError("--days must be between 1 and 36500.") }
        }

        func run() async throws {
            var wish = APIKeyWish(name: name, role: Role(rawValue: role) ?? .caller)
            wish.scopes = scopes.map { Set($0.split(separator: ",").map(String.init)) }
            wish.expiresAt = days.map { Date().addingTimeInterval(Double($0) * 24 * 60 * 60) }
            wish.owner = owner
            wish.origins = Set(origin)
            wish.isPublishable = !origin.isEmpty
            let wanted = wish
            try await access.use { keeper throws(AccessError) in
                let made = try await keeper.makeKey(wanted, by: AccessOptions.author())
                Console.complain("\(made.key.id): keep the secret now, it is not shown again.")
                Console.print(made.secret.revealed)
            }
        }
    }

    /// `parley keys revoke KEY`.
    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: "Make a key open nothing any more.")

        @Argument(help: "The key's id.")
        var key: String

        @OptionGroup var access: AccessOptions

        func run() async throws {
            try await access.use { keeper throws(AccessError) in
                try await keeper.revokeKey(key, by: AccessOptions.author())
            }
        }
    }
}
