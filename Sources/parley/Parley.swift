// # parley
//
// The command. It only assembles: every part it starts is a room of its own. Commands that run until they are stopped
// (`dev`, `worker`, `api`) are service groups that end within seconds of SIGINT or SIGTERM.
//
// Laws:
// 1. What programs read goes to standard output; everything else goes to standard error.
// 2. Every failure is one sentence, and an exit status: 1 the task failed; 2 nobody there, not let in, or port taken;
//    64 the command line is wrong.
// 3. Secrets come from the environment or a generated value, and are never printed.

import ArgumentParser
import Foundation

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
            DevCommand.self, WorkerCommand.self, APICommand.self, CallCommand.self, RoomsCommand.self, TokenCommand.self,
            GraphCommand.self,
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
