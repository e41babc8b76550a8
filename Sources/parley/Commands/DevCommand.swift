import ArgumentParser
import ControlAPI
import Foundation
import Logging
import RoomServer
import ServiceLifecycle
import Transport
import Wire
import Worker

/// Everything in one process, on one machine.
struct DevCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dev",
        abstract: "Run everything on this machine: room server, voice worker, control API and pages.",
        discussion: """
            Needs no account, no key and no other server. Open the first address it prints, allow the microphone, and ask \
            "what are your opening hours?"; the second address shows what happens.

            It listens on this machine alone. With --host other machines are let in, and LIVEKIT_API_KEY and \
            LIVEKIT_API_SECRET, or generated ones, take the place of the well-known development key; browsers then need \
            HTTPS in front of it to use a microphone. PARLEY_ICE_SERVERS lists TURN servers for clients, \
            PARLEY_FORCE_RELAY=1 has them use nothing else; `parley rooms serve --help` tells more.

            Exit status: 0 after it was asked to stop, 1 when it cannot work, 2 when a port is taken, 64 when the command \
            line is wrong.
            """)

    @Option(help: "The IP address to listen on; 0.0.0.0 for all.")
    var host = "127.0.0.1"

    @Option(help: "The TCP port of the control API and the pages; 0 lets the system choose.")
    var apiPort: UInt16 = 8000

    @Option(help: "The TCP port of the room server; 0 lets the system choose.")
    var roomPort: UInt16 = 7880

    @Option(help: "The UDP port for sound; 0 lets the system choose.")
    var mediaPort: UInt16 = 7882

    @Option(help: "A TCP port for sound of callers that UDP does not reach; 0 lets the system choose. Default: none.")
    var streamPort: UInt16?

    @Flag(help: "When ready, print one JSON line with the addresses.")
    var json = false

    @Flag(help: "Take no calls in this process: they wait for a `parley worker`.")
    var noWorker = false

    @OptionGroup var business: BusinessOptions
    @OptionGroup var log: LogOptions

    func run() async throws {
        MemoryArenas.limit()
        let logger = log.logger("parley.dev")
        let keys = DevelopmentKeys(isLocal: isLocal)
        let rooms = try await ForwardingServer.start(
            RoomServerOptions(host: host, httpPort: roomPort, mediaPort: mediaPort, secrets: [keys.key: keys.secret]),
            streamPort: streamPort, logger: logger)
        let environment = ProcessInfo.processInfo.environment
        let settings = try business.settings(environment)
        let staff = try await Staff.hire(try worker(rooms, keys), settings, logger: logger)
        let address = clientURL(rooms)
        let voice = VoiceAccess(url: address, apiKey: keys.key, apiSecret: keys.secret)
        let announcement = Announcement(isJSON: json)
        let takesCalls = !noWorker
        let configuration = ControlConfiguration(host: host, port: Int(apiPort), voice: voice)
        let (control, chores) = try await staff.business.control(
            configuration, ControlPlace(environment: environment, folder: settings.folder), logger
        ) { pages in
            // Calls that come before the worker would wait in vain.
            if takesCalls { await staff.worker.registered() }
            announcement.say(Listening(pages: pages.url, livekit: address))
        }
        let own = takesCalls ? staff.chores(environment, logger: logger) : staff.business.chores
        let house: [any Service] = [Closing(staff.business), Chores(own + chores), rooms]
        let services = takesCalls ? house + [staff.worker, control] : house + [control]
        // Who drains the worker still has the API.
        try await Shutdown.run(
            services, mayLeave: { $0 is VoiceWorker }, patience: .seconds(12), logger: logger)
    }

    private var isLocal: Bool { IPAddress(host)?.isLoopback ?? false }
    private var isEverywhere: Bool { IPAddress(host)?.bytes.allSatisfy { $0 == 0 } ?? false }

    private func worker(_ rooms: ForwardingServer, _ keys: DevelopmentKeys) throws(CommandFailure) -> VoiceWorkerOptions
    {
        let text = "ws://\(isEverywhere ? "127.0.0.1" : host):\(rooms.httpAddress.port)"
        guard let server = ServerURL(text) else {
            throw CommandFailure(.usage, "'\(host)' is no address to listen on.")
        }
        var options = VoiceWorkerOptions(server: server, apiKey: keys.key, apiSecret: keys.secret)
        options.drainDeadline = .zero
        options.farewellDeadline = .seconds(4)
        return options
    }

    /// What callers connect to: when every address is listened on, the first that other machines can reach.
    private func clientURL(_ rooms: ForwardingServer) -> String {
        guard isEverywhere, let ip = NetworkInterfaces.hostAddresses().first else {
            return rooms.url
        }
        return "ws://\(TransportAddress(ip: ip, port: rooms.httpAddress.port))"
    }
}
