import Foundation
import ArgumentParser
import ServiceLifecycle
import Worker

/// Takes the calls of a LiveKit server.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Take the calls of a LiveKit server.",
        discussion: """
            Registers as an agent worker and serves every call the server sends it, several at once. Reads LIVEKIT_URL, \
            LIVEKIT_API_KEY and LIVEKIT_API_SECRET. Asked to stop (SIGTERM or Ctrl-C), it takes no more calls and lets \
            those it has come to their end; asked again, it ends them at once.

            A server that cannot be reached at the beginning is given up after four attempts. One that was lost later is \
            tried for ever, while the calls go on.

            Speech engines and the language model come from PARLEY_STT_URL, PARLEY_TTS_URL and PARLEY_LLM_URL; without \
            them the embedded engines and rules are used, and nothing leaves this machine.

            Sound takes every network interface but those of containers and virtual machines; PARLEY_INTERFACES chooses \
            others, by name or address: 'eth0,wlan*' or '!docker*'. PARLEY_REDUNDANCY=1 (or 2) sends sound twice (three \
            times), for networks that lose much of it. SSL_CERT_FILE names the authorities that are trusted \
            instead of the system's.

            Exit status: 0 after it was asked to stop, 1 when it cannot work, 2 when the server cannot be reached or \
            refuses the credentials, 64 when the command line is wrong.
            """)

    @OptionGroup var server: ServerOptions

    @Option(help: "Serve only the rooms that ask for an agent of this name. Default: every new room.")
    var agentName = ""

    @Option(help: "Serve only rooms of this namespace.")
    var namespace = ""

    @Option(help: "Serve only rooms that ask for this deployment.")
    var deployment = ""

    @Option(help: "Calls at the same time.")
    var capacity = 20

    @Option(help: "Seconds that calls may go on after the worker was asked to stop.")
    var drain = 60

    @OptionGroup var business: BusinessOptions
    @OptionGroup var log: LogOptions

    func validate() throws {
        if !(1...1000).contains(capacity) { throw ValidationError("--capacity must be between 1 and 1000.") }
        if !VoiceWorkerOptions.isDeployment(deployment) {
            throw ValidationError("--deployment has at most 64 bytes, and neither blanks nor '_'.")
        }
        if !(0...86_400).contains(drain) { throw ValidationError("--drain must be between 0 and 86400 seconds.") }
    }

    func run() async throws {
        MemoryArenas.limit()
        let access = try server.access()
        let logger = log.logger("parley.worker")
        var options = VoiceWorkerOptions(server: access.server, apiKey: access.key, apiSecret: access.secret)
        options.agentName = agentName
        options.namespace = namespace
        options.deployment = deployment
        options.capacity = capacity
        options.drainDeadline = .seconds(drain)
        let environment = ProcessInfo.processInfo.environment
        let staff = try await Staff.hire(options, business.settings(environment), logger: logger)
        let patience = options.drainDeadline + options.farewellDeadline + .seconds(5)
        let shown = try staff.measurements(environment, logger).map { [$0 as any Service] } ?? []
        try await Shutdown.run(
            [Closing(staff.business)] + shown + [Chores(staff.chores(environment, logger: logger)), staff.worker],
            patience: patience, logger: logger)
    }
}
