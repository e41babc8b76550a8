package import NIOCore
package import Transport
package import Wire

/// The sockets under one connection: a UDP socket for each address of this host, and the streams that come to be needed.
package struct RoomSockets: Sendable {
    private let loop: any EventLoop
    private let sockets: [DatagramSocket]
    private let streams: NIOLoopBoundBox<DatagramStreams>
    /// Whom arriving datagrams are for; empty until a connection takes the sockets.
    let owner: NIOLoopBoundBox<RoomConnection?>

    /// Where this end can be reached, best first.
    package var addresses: [TransportAddress] { sockets.map(\.localAddress) }

    /// Binds a socket on an ephemeral port of every address that is worth a candidate; loopback ones only when the server
    /// is on this machine, or nothing else is there.
    ///
    /// - Parameter trust: whose word is taken about TURN servers that are reached over TLS.
    /// - Throws: the error of the last address when none can be bound.
    package static func bind(
        on loop: any EventLoop, for server: ServerURL? = nil, interfaces: InterfaceFilter = InterfaceFilter(),
        trust: TLSTrust = .system
    ) async throws -> RoomSockets {
        let addresses = NetworkInterfaces.hostAddresses(
            includingLoopback: server?.isLoopback ?? true, filter: interfaces)
        return try await bind(on: loop, addresses: addresses, trust: trust)
    }

    /// Binds a socket on an ephemeral port of every one of `addresses`.
    package static func bind(
        on loop: any EventLoop, addresses: [IPAddress], trust: TLSTrust = .system
    ) async throws -> RoomSockets {
        let owner = NIOLoopBoundBox<RoomConnection?>.makeEmptyBox(valueType: RoomConnection.self, eventLoop: loop)
        var sockets: [DatagramSocket] = []
        var failure: any Error = DatagramError.noAddress
        for ip in addresses {
            do { sockets.append(try await socket(at: ip, on: loop, for: owner).get()) } catch { failure = error }
        }
        if sockets.isEmpty { throw failure }
        let streams = DatagramStreams(on: loop, trust: trust) { owner.value?.receive($0) }
        return RoomSockets(
            loop: loop, sockets: sockets,
            streams: .makeBoxSendingValue(streams, eventLoop: loop), owner: owner)
    }

    private static func socket(
        at ip: IPAddress, on loop: any EventLoop, for owner: NIOLoopBoundBox<RoomConnection?>
    ) -> EventLoopFuture<DatagramSocket> {
        DatagramSocket.bind(to: TransportAddress(ip: ip, port: 0), on: loop) { event in
            guard case .received(let datagram) = event else { return }
            owner.value?.receive(datagram)
        }
    }

    /// What went through the sockets and the streams so far. Only on the event loop.
    var counters: DatagramCounters {
        sockets.reduce(into: streams.value.counters) { $0 += $1.counters }
    }

    /// One datagram, by the socket it leaves from or the stream it belongs to. Only on the event loop.
    func send(_ datagram: Datagram) {
        guard datagram.transport == .udp else { return streams.value.send(datagram) }
        sockets.first { $0.localAddress == datagram.local }?.send(datagram.payload, to: datagram.remote)
    }

    /// Closes everything, from anywhere.
    package func close() {
        if loop.inEventLoop { closeNow() } else { loop.execute { closeNow() } }
    }

    private func closeNow() {
        for socket in sockets { socket.close() }
        streams.value.close()
    }
}
