package import Logging
package import NIOCore
package import Transport
package import Wire

/// The sockets under one connection: a UDP socket for each address of this host, and the streams that come to be needed.
package struct RoomSockets: Sendable {
    private let loop: any EventLoop
    private let sockets: [DatagramSocket]
    /// The second set, for servers that want a connection for each direction.
    private let others: NIOLoopBoundBox<[DatagramSocket]>
    private let streams: NIOLoopBoundBox<DatagramStreams>
    /// Whom arriving datagrams are for; empty until a connection takes the sockets.
    let owner: NIOLoopBoundBox<RoomConnection?>

    /// Where this end can be reached, best first.
    package var addresses: [TransportAddress] { sockets.map(\.localAddress) }

    /// Binds a socket on an ephemeral port of every address that is worth a candidate; loopback ones only when the server
    /// is on this machine, or nothing else is there.
    ///
    /// - Parameter logger: told why streams end.
    /// - Throws: the error of the last address when none can be bound.
    package static func bind(
        on loop: any EventLoop, for server: ServerURL, interfaces: InterfaceFilter = InterfaceFilter(),
        logger: Logger? = nil
    ) async throws -> RoomSockets {
        let addresses = NetworkInterfaces.hostAddresses(
            includingLoopback: server.isLoopback, filter: interfaces)
        return try await bind(on: loop, addresses: addresses, logger: logger)
    }

    /// Binds a socket on an ephemeral port of every one of `addresses`.
    ///
    /// - Parameter trust: whose word is taken about TURN servers that are reached over TLS.
    package static func bind(
        on loop: any EventLoop, addresses: [IPAddress], trust: TLSTrust = .standard, logger: Logger? = nil
    ) async throws -> RoomSockets {
        let owner = NIOLoopBoundBox<RoomConnection?>.makeEmptyBox(valueType: RoomConnection.self, eventLoop: loop)
        var sockets: [DatagramSocket] = []
        var failure: any Error = DatagramError.noAddress
        for ip in addresses {
            do { sockets.append(try await socket(at: ip, on: loop, for: owner).get()) } catch { failure = error }
        }
        if sockets.isEmpty { throw failure }
        let streams = DatagramStreams(on: loop, trust: trust) { event in
            if case .closed(let path, let error) = event {
                logger?.notice(
                    "a connection for media is gone", metadata: ["to": "\(path.remote)", "reason": "\(error)"])
            }
            owner.value?.receive(event)
        }
        return RoomSockets(
            loop: loop, sockets: sockets, others: .makeBoxSendingValue([], eventLoop: loop),
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

    /// Binds a second socket for every address, and tells the owner on a later tick where they are.
    func bindOthers() {
        let (others, owner) = (others, owner)
        let bound = sockets.map { Self.socket(at: $0.localAddress.ip, on: loop, for: owner) }
        EventLoopFuture.whenAllComplete(bound, on: loop).whenSuccess { results in
            let sockets = results.compactMap { try? $0.get() }
            guard let connection = owner.value else { return sockets.forEach { $0.close() } }
            others.value += sockets
            connection.bound(sockets.map(\.localAddress))
        }
    }

    /// What went through the sockets and the streams so far. Only on the event loop.
    var counters: DatagramCounters {
        (sockets + others.value).reduce(into: streams.value.counters) { $0 += $1.counters }
    }

    /// One datagram, by the socket it leaves from or the stream it belongs to. Only on the event loop.
    func send(_ datagram: Datagram) {
        guard datagram.transport == .udp else { return streams.value.send(datagram) }
        let socket =
            sockets.first { $0.localAddress == datagram.local }
            ?? others.value.first { $0.localAddress == datagram.local }
        socket?.send(datagram.payload, to: datagram.remote)
    }

    /// Closes everything, from anywhere.
    package func close() {
        if loop.inEventLoop { closeNow() } else { loop.execute { closeNow() } }
    }

    private func closeNow() {
        for socket in sockets + others.value { socket.close() }
        others.value = []
        streams.value.close()
    }
}
