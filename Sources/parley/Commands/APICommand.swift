import ArgumentParser
import ControlAPI
import Foundation
import Host
import Speech

/// Serves the control API and its pages.
struct APICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api",
        abstract: "Serve the control API and its pages beside a LiveKit server.",
        discussion: """
            Gives callers tokens for the LiveKit server that LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET name \
            (LIVEKIT_PUBLIC_URL, when browsers reach it elsewhere), answers typed chats, shows live sessions and lets \
            supervisors act on them. With DATABASE_URL and REDIS_URL it shows the calls of workers in other processes too.

            On this machine alone everybody is let in; elsewhere people sign in (AUTH_MODE=users, the first with \
            PARLEY_ADMIN_EMAIL and PARLEY_ADMIN_PASSWORD_FILE) or show the token of another issuer (AUTH_MODE=jwks).

            Exit status: 0 after it was asked to stop, 1 when it cannot work, 2 when the port is taken, 64 when the \
            command line is wrong.
            """)

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port; 0 lets the system choose.")
    var port: UInt16 = 8000

    @OptionGroup var server: ServerOptions

    @Option(help: "Ask for agents of this name. Default: agents that serve every room.")
    var agentName: String?

    @Flag(help: "When ready, print one JSON line with the addresses.")
    var json = false

    @OptionGroup var business: BusinessOptions
    @OptionGroup var log: LogOptions

    func run() async throws {
        let access = try server.access()
        let logger = log.logger("parley.api")
        let environment = ProcessInfo.processInfo.environment
        let switchboard = try Switchboard.fromEnvironment(environment, logger)
        let model = try Business.chatModel(environment, switchboard)
        let settings = try business.settings(environment)
        var business = try await Business.open(settings, chatModel: model, logger: logger)
        business.employ(switchboard, environment, logger)
        let url = environment.value("LIVEKIT_PUBLIC_URL") ?? access.clientURL
        let voice = VoiceAccess(
            url: url, serverURL: "\(access.server)", apiKey: access.key, apiSecret: access.secret, agentName: agentName)
        let announcement = Announcement(isJSON: json)
        var configuration = ControlConfiguration(host: host, port: Int(port), voice: voice)
        configuration.drainNotice = .seconds(1)
        let (control, chores) = try await business.control(
            configuration,
            ControlPlace(environment: environment, folder: settings.folder), logger
        ) {
            announcement.say(Listening(pages: $0.url, livekit: url))
        }
        try await Shutdown.run(
            [Closing(business), Chores(business.chores + chores), control], patience: .seconds(8), logger: logger)
    }
}
