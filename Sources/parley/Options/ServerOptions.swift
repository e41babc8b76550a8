import ArgumentParser
import Foundation
import Transport

/// Which LiveKit server, and with what right.
struct ServerOptions: ParsableArguments {
    @Option(help: "The LiveKit server: ws://… or wss://…. Default: LIVEKIT_URL, else \(ServerAccess.localURL).")
    var url: String?

    @OptionGroup var keys: KeyOptions

    /// The server to use; the environment fills in what the command line leaves out.
    func access(
        _ environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(CommandFailure) -> ServerAccess {
        try ServerAccess(url ?? environment.value("LIVEKIT_URL") ?? ServerAccess.localURL, keys, environment)
    }
}
