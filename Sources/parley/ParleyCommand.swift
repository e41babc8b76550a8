import ArgumentParser

/// The root of the command line.
@main
struct Parley: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parley",
        abstract: "Voice agents for LiveKit-compatible servers.",
        discussion: """
            Start with `parley dev`: a room server, a voice worker, the control API and its pages, on this machine. Then \
            talk to the agent on the page it prints, or with `parley call`.

            Exit status: 0 when all went well; 1 when the task failed; 2 when a server cannot be reached, refuses the \
            credentials, or a port is taken; 64 when the command line is wrong.
            """,
        version: "1.0.0",
        subcommands: [
            DevCommand.self, WorkerCommand.self, APICommand.self, CallCommand.self, RoomsCommand.self,
            TokenCommand.self,
            GraphCommand.self, ChatCommand.self, EvalCommand.self, UsersCommand.self, KeysCommand.self,
            AuditCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            failure.exit()
        } catch {
            exit(withError: error)
        }
    }
}
