import NIOCore
import NIOPosix
import Transport
import Wire

/// The UDP port for media, and perhaps the TCP port; what arrives before there is somebody to take it is dropped.
struct MediaPorts: Sendable {
    let socket: DatagramSocket
    /// Where media is taken over TCP, and what accepts it.
    let listener: (any Channel)?
    private let inbox: NIOLoopBoundBox<SwitchboardDriver?>
    private let streams: NIOLoopBound<MediaStreams>

    static func open(_ options: RoomServerOptions, at ip: IPAddress, on loop: any EventLoop) async throws -> MediaPorts
    {
        let inbox = NIOLoopBoundBox<SwitchboardDriver?>.makeEmptyBox(valueType: SwitchboardDriver.self, eventLoop: loop)
        let socket = try await RoomServerError.binding("UDP", options.mediaPort) {
            try await DatagramSocket.bind(to: TransportAddress(ip: ip, port: options.mediaPort), on: loop) { event in
                guard case .received(let datagram) = event else { return }
                inbox.value?.receive(datagram)
            }.get()
        }
        let streams = try await loop.submit {
            let streams = MediaStreams(
                receive: { inbox.value?.receive($0) }, ended: { inbox.value?.ended($0) })
            return NIOLoopBound(streams, eventLoop: loop)
        }.get()
        guard let port = options.tcpPort else {
            return MediaPorts(socket: socket, listener: nil, inbox: inbox, streams: streams)
        }
        do {
            let listener = try await RoomServerError.binding("TCP", port) {
                try await MediaListener.bind(host: options.host, port: Int(port), streams: streams).get()
            }
            return MediaPorts(socket: socket, listener: listener, inbox: inbox, streams: streams)
        } catch {
            socket.close()
            throw error
        }
    }

    var streamPort: UInt16? {
        listener?.localAddress?.port.flatMap(UInt16.init(exactly:))
    }

    /// From now on the driver takes what arrives, and sends what is to leave. On the event loop.
    func connect(_ driver: SwitchboardDriver) {
        inbox.value = driver
        driver.streams = streams.value
    }

    func close() async {
        socket.close()
        try? await listener?.close().get()
    }
}
