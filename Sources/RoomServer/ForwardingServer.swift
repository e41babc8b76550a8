package import Logging
package import NIOCore
import NIOPosix
import Secure
import ServiceLifecycle
import Timing
import Transport
package import Wire

/// The running server: one HTTP port for signalling and the API, one UDP port for media and perhaps a TCP port as well,
/// and one event loop for all of them.
package final class ForwardingServer: Service {
    /// Where HTTP and WebSockets are served.
    package let httpAddress: TransportAddress
    package let mediaAddress: TransportAddress
    /// Where media is taken over TCP.
    package let streamAddress: TransportAddress?
    private let driver: NIOLoopBound<SwitchboardDriver>
    private let listeners: [any Channel]
    private let loop: any EventLoop

    private init(_ listener: any Channel, _ media: MediaPorts, driver: NIOLoopBound<SwitchboardDriver>, ip: IPAddress) {
        listeners = [listener, media.listener].compactMap(\.self)
        self.driver = driver
        loop = listener.eventLoop
        httpAddress = TransportAddress(ip: ip, port: UInt16(listener.localAddress?.port ?? 0))
        mediaAddress = media.socket.localAddress
        streamAddress = media.streamPort.map { TransportAddress(ip: ip, port: $0) }
    }

    /// For clients: `ws://host:port`.
    package var url: String { "ws://\(httpAddress)" }

    /// Binds the ports and begins to serve.
    package static func start(
        _ options: RoomServerOptions, logger: Logger,
        on loop: any EventLoop = MultiThreadedEventLoopGroup.singleton.next()
    ) async throws -> ForwardingServer {
        guard let ip = IPAddress(options.host) else { throw RoomServerError.notAnAddress(options.host) }
        let media = try await MediaPorts.open(options, at: ip, on: loop)
        do {
            let configuration = try SwitchboardConfiguration(options, media, at: ip)
            let driver = try await loop.submit {
                let driver = SwitchboardDriver(configuration, socket: media.socket, on: loop, logger: logger)
                media.connect(driver)
                return NIOLoopBound(driver, eventLoop: loop)
            }.get()
            let listener = try await RoomServerError.binding("TCP", options.httpPort) {
                try await HTTPListener.bind(host: options.host, port: Int(options.httpPort), driver: driver).get()
            }
            return ForwardingServer(listener, media, driver: driver, ip: ip)
        } catch {
            await media.close()
            throw error
        }
    }

    /// Serves until the service group shuts down, then ends every session with the reason "server shutdown".
    package func run() async throws {
        try? await gracefulShutdown()
        await stop()
    }

    package func stop() async {
        for listener in listeners { try? await listener.close().get() }
        let driver = driver
        try? await loop.submit { driver.value.stop() }.get()
    }
}
