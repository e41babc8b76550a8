import Access
import ArgumentParser
import Document
import Foundation
import Store

/// Who did what.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "List the audit, and check that nobody changed it.",
        subcommands: [List.self, Verify.self], defaultSubcommand: List.self)

    /// `parley audit list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the newest entries, the newest first.")

        @Option(help: "Only what this one did: an id.")
        var actor: String?

        @Option(help: "Only this action, or all that begin with it: user means user.created and user.removed.")
        var action: String?

        @Option(help: "Only what was done to this: an id.")
        var target: String?

        @Option(help: "Only what is older than this sequence number.")
        var before: Int?

        @Option(help: "How many, 200 at most.")
        var limit = 50

        @Flag(help: "Print a JSON line for each entry.")
        var json = false

        @OptionGroup var access: AccessOptions

        func validate() throws {
            if !(1...200).contains(limit) { throw ValidationError("--limit must be between 1 and 200.") }
        }

        func run() async throws {
            var query = AuditQuery()
            (query.actor, query.action, query.target) = (actor, action, target)
            (query.before, query.limit) = (before, limit)
            let wanted = query
            try await access.use { keeper throws(AccessError) in
                for record in try await keeper.audit(wanted) {
                    Console.print(json ? Self.json(record).text : Self.text(record))
                }
            }
        }

        private static func text(_ record: AuditRecord) -> String {
            let entry = record.entry
            return
                "\(record.sequence)  \(entry.at.formatted(.iso8601))  \(entry.actor)  \(entry.action)  \(entry.target)"
        }

        private static func json(_ record: AuditRecord) -> JSON {
            let entry = record.entry
            return [
                "seq": .int(record.sequence), "at": .string(entry.at.formatted(.iso8601)),
                "actor": .string(entry.actor), "action": .string(entry.action), "target": .string(entry.target),
                "before": entry.before ?? .null, "after": entry.after ?? .null,
                "request_id": entry.requestID.map(JSON.string) ?? .null, "hash": .string(record.hash),
            ]
        }
    }

    /// `parley audit verify`.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Follow the chain of the audit from its beginning.",
            discussion: """
                Prints how many entries there are and the hash of the last one. Note both elsewhere: an end that was cut off \
                shows only by them. Exit status 1 when a link does not hold.
                """)

        @OptionGroup var access: AccessOptions

        func run() async throws {
            var verdict: AuditVerdict?
            try await access.use { keeper throws(AccessError) in verdict = try await keeper.verifyAudit() }
            switch verdict {
            case .intact(let count, let lastHash): Console.print("intact  \(count)  \(lastHash)")
            case .broken(let sequence):
                throw CommandFailure(.failed, "the audit was changed: entry \(sequence) is not what was written.")
            case nil: break
            }
        }
    }
}
