package import NIOCore
import Transport
package import Wire

/// The UDP sockets of one connection: one for each address of this host.
package struct RoomSockets: Sendable {
    let sockets: [DatagramSocket]
    /// Whom arriving datagrams are for; empty until a connection takes the sockets.
    let owner: NIOLoopBoundBox<RoomConnection?>

    /// Where this end can be reached, best first.
    package var addresses: [TransportAddress] { sockets.map(\.localAddress) }

    /// Binds a socket on an ephemeral port of every address that is worth a candidate.
    /// - Throws: the error of the last address when none can be bound.
    package static func bind(
        on loop: any EventLoop, addresses: [IPAddress] = NetworkInterfaces.hostAddresses(includingLoopback: true)
    ) async throws -> RoomSockets {
        let owner = NIOLoopBoundBox<RoomConnection?>.makeEmptyBox(valueType: RoomConnection.self, eventLoop: loop)
        var sockets: [DatagramSocket] = []
        var failure: (any Error)?
        for ip in addresses {
            let bound = DatagramSocket.bind(to: TransportAddress(ip: ip, port: 0), on: loop) { event in
                guard case .received(let datagram) = event else { return }
                owner.value?.receive(datagram)
            }
            do { sockets.append(try await bound.get()) } catch { failure = error }
        }
        if sockets.isEmpty, let failure { throw failure }
        return RoomSockets(sockets: sockets, owner: owner)
    }

    func send(_ datagram: Datagram) {
        sockets.first { $0.localAddress == datagram.local }?.send(datagram.payload, to: datagram.remote)
    }

    /// Closes the sockets.
    package func close() {
        for socket in sockets { socket.close() }
    }
}
