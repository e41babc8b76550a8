import ArgumentParser
import Conversation
import Document
import Logging
import RoomServer
import Transport
import Wire

/// `parley rooms serve`.
struct RoomsServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the room server alone, without worker and pages.",
        discussion: """
            LiveKit clients and workers connect with the key devkey, or with LIVEKIT_API_KEY and LIVEKIT_API_SECRET. \
            PARLEY_ICE_SERVERS lists STUN and TURN servers to tell clients of, PARLEY_FORCE_RELAY=1 has them use nothing \
            else, PARLEY_ROOMS_NO_UDP=1 leaves TCP alone, PARLEY_ROOMS_V0_ONLY=1 speaks the older signalling only.
            """)

    @Option(help: "The IP address to listen on; 0.0.0.0 for all.")
    var host = "127.0.0.1"

    @Option(help: "The TCP port for signalling and the API; 0 lets the system choose.")
    var port: UInt16 = 7880

    @Option(help: "The UDP port for sound; 0 lets the system choose.")
    var mediaPort: UInt16 = 7882

    @Option(help: "A TCP port for sound of clients that UDP does not reach; 0 lets the system choose. Default: none.")
    var streamPort: UInt16?

    @Flag(help: "When ready, print one JSON line with the addresses.")
    var json = false

    @OptionGroup var log: LogOptions

    func run() async throws {
        MemoryArenas.limit()
        let logger = log.logger("parley.rooms")
        let keys = DevelopmentKeys(isLocal: IPAddress(host)?.isLoopback ?? false)
        let rooms = try await ForwardingServer.start(
            RoomServerOptions(host: host, httpPort: port, mediaPort: mediaPort, secrets: [keys.key: keys.secret]),
            streamPort: streamPort, logger: logger)
        announce(rooms)
        try await Shutdown.run([rooms], patience: .seconds(5), logger: logger)
    }

    private func announce(_ rooms: ForwardingServer) {
        guard json else {
            let stream = rooms.streamAddress.map { ", TCP \($0)" } ?? ""
            return Console.print("Rooms are at \(rooms.url); sound: UDP \(rooms.mediaAddress)\(stream). Ctrl-C stops.")
        }
        let line: JSON = [
            "livekit": .string(rooms.url), "media": .string("\(rooms.mediaAddress)"),
            "stream": .string(rooms.streamAddress.map { "\($0)" } ?? ""),
        ]
        Console.print(line.text)
    }
}
