import Foundation
import Logging
import RoomServer

extension ForwardingServer {
    /// Starts a room server with what the command line and the environment say, and with these keys.
    /// - Parameter streamPort: for sound by TCP; none when `nil`.
    static func start(
        _ options: RoomServerOptions, streamPort: UInt16?, logger: Logger
    ) async throws -> ForwardingServer {
        var options = options
        options.tcpPort = streamPort
        try options.follow(ProcessInfo.processInfo.environment)
        do {
            return try await start(options, logger: logger)
        } catch {
            throw CommandFailure(process: error)
        }
    }
}
