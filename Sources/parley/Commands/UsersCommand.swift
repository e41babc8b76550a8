import Access
import ArgumentParser
import Document
import Store
import Supervision

/// Who may sign in.
struct UsersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users", abstract: "Add, list and disable those who sign in.",
        subcommands: [List.self, Add.self, Disable.self], defaultSubcommand: List.self)

    /// `parley users list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the users.")

        @Flag(help: "Print a JSON line for each user.")
        var json = false

        @OptionGroup var access: AccessOptions

        func run() async throws {
            try await access.use { keeper throws(AccessError) in
                for user in try await keeper.users() { Console.print(json ? Self.json(user).text : Self.text(user)) }
            }
        }

        private static func text(_ user: User) -> String {
            "\(user.id)  \(user.role.rawValue)  \(user.email)  \(user.name)\(user.isActive ? "" : "  (disabled)")"
        }

        private static func json(_ user: User) -> JSON {
            [
                "id": .string(user.id), "email": .string(user.email), "name": .string(user.name),
                "role": .string(user.role.rawValue), "is_active": .bool(user.isActive),
                "skills": .array(user.skills.map(JSON.string)), "status": .string(user.status.rawValue),
            ]
        }
    }

    /// `parley users add EMAIL --role ROLE --name NAME`.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add a user; the password is asked for, or read from standard input.")

        @Argument(help: "The address they sign in with.")
        var email: String

        @Option(help: "operator, supervisor or admin.")
        var role = "supervisor"

        @Option(help: "Their name. Default: what stands before the @.")
        var name: String?

        @Option(help: "What calls an operator takes, separated by commas.")
        var skills: String?

        @OptionGroup var access: AccessOptions

        func validate() throws {
            if Role(rawValue: role) == nil { throw ValidationError("--role is operator, supervisor or admin.") }
        }

        func run() async throws {
            let password = Redacted(try PasswordPrompt.read())
            try await access.use { keeper throws(AccessError) in
                var wish = try UserWish(
                    email: try EmailAddress(email), name: name ?? String(email.prefix { $0 != "@" }),
                    role: Role(rawValue: role) ?? .caller, password: password)
                wish.skills = skills?.split(separator: ",").map(String.init) ?? []
                Console.print(try await keeper.addUser(wish, by: AccessOptions.author()).id)
            }
        }
    }

    /// `parley users disable USER`.
    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "disable", abstract: "Sign a user out and let them in no more.")

        @Argument(help: "Their id or email address.")
        var user: String

        @OptionGroup var access: AccessOptions

        func run() async throws {
            try await access.use { keeper throws(AccessError) in
                let known = try await keeper.users().first { $0.id == user || $0.email == user.lowercased() }
                guard let known else { throw .notFound("user") }
                var change = UserChange()
                change.isActive = false
                _ = try await keeper.changeUser(known.id, change, by: AccessOptions.author())
            }
        }
    }
}
