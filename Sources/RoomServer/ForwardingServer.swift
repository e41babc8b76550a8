package import Logging
package import NIOCore
import NIOPosix
import Secure
import ServiceLifecycle
import Timing
import Transport
package import Wire

/// The running server: one HTTP port for signalling and the API, one UDP port for media, one event loop for both.
package final class ForwardingServer: Service {
    /// Where HTTP and WebSockets are served.
    package let httpAddress: TransportAddress
    package let mediaAddress: TransportAddress
    private let driver: NIOLoopBound<SwitchboardDriver>
    private let listener: any Channel
    private let loop: any EventLoop

    private init(
        listener: any Channel, driver: NIOLoopBound<SwitchboardDriver>, http: TransportAddress, media: TransportAddress
    ) {
        self.listener = listener
        self.driver = driver
        loop = listener.eventLoop
        httpAddress = http
        mediaAddress = media
    }

    /// For clients: `ws://host:port`.
    package var url: String { "ws://\(httpAddress)" }

    /// Binds both ports and begins to serve.
    package static func start(
        _ options: RoomServerOptions, logger: Logger,
        on loop: any EventLoop = MultiThreadedEventLoopGroup.singleton.next()
    ) async throws -> ForwardingServer {
        guard let ip = IPAddress(options.host) else { throw RoomServerError.notAnAddress(options.host) }
        let inbox = NIOLoopBoundBox<SwitchboardDriver?>.makeEmptyBox(valueType: SwitchboardDriver.self, eventLoop: loop)
        let socket = try await bind("UDP", options.mediaPort) {
            try await DatagramSocket.bind(to: TransportAddress(ip: ip, port: options.mediaPort), on: loop) { event in
                guard case .received(let datagram) = event else { return }
                inbox.value?.receive(datagram)
            }.get()
        }
        let configuration = try configuration(options, ip: ip, port: socket.localAddress.port)
        let driver = try await loop.submit {
            let driver = SwitchboardDriver(configuration, socket: socket, on: loop, logger: logger)
            inbox.value = driver
            return NIOLoopBound(driver, eventLoop: loop)
        }.get()
        do {
            let listener = try await bind("TCP", options.httpPort) {
                try await HTTPListener.bind(host: options.host, port: Int(options.httpPort), driver: driver).get()
            }
            let port = UInt16(listener.localAddress?.port ?? 0)
            return ForwardingServer(
                listener: listener, driver: driver, http: TransportAddress(ip: ip, port: port),
                media: socket.localAddress)
        } catch {
            socket.close()
            throw error
        }
    }

    private static func bind<Bound>(_ kind: String, _ port: UInt16, _ body: () async throws -> Bound) async throws
        -> Bound
    {
        do {
            return try await body()
        } catch {
            throw RoomServerError.portUnavailable(kind: kind, port: port, reason: "\(error)")
        }
    }

    /// With an unspecified address every address of this host is offered to clients.
    private static func configuration(
        _ options: RoomServerOptions, ip: IPAddress, port: UInt16
    ) throws -> SwitchboardConfiguration {
        let isUnspecified = ip.bytes.allSatisfy { $0 == 0 }
        let hosts = isUnspecified ? NetworkInterfaces.hostAddresses(includingLoopback: true) : [ip]
        let addresses = hosts.filter { $0.isIPv6 == ip.isIPv6 }.map { TransportAddress(ip: $0, port: port) }
        return SwitchboardConfiguration(
            secrets: options.secrets, addresses: addresses, certificate: try Certificate.selfSigned())
    }

    /// Serves until the service group shuts down, then ends every session with the reason "server shutdown".
    package func run() async throws {
        try? await gracefulShutdown()
        await stop()
    }

    package func stop() async {
        try? await listener.close().get()
        let driver = driver
        try? await loop.submit { driver.value.stop() }.get()
    }
}
