import Peer
import RTP
import Room
import RoomServer
import Timing
import Wire

/// One client of a simulated house, and what happened to it.
final class SimulatedGuest {
    var room: Room
    let address: TransportAddress
    let number: UInt64
    var connection: ConnectionID?
    var joins = 0
    var timeout: Instant?
    var events: [RoomEvent] = []
    /// Its datagrams are lost, both ways.
    var isUnreachable = false
    /// The last connectivity check it sent: a request of STUN's type Binding.
    var check: [UInt8]?

    init(_ room: consuming Room, address: TransportAddress, number: UInt64) {
        self.room = room
        self.address = address
        self.number = number
    }

    /// Where its second peer connection is, with two of them.
    var secondAddress: TransportAddress { TransportAddress(ip: address.ip, port: address.port + 1) }

    var resumptions: Int { events.count { if case .resumed = $0 { true } else { false } } }

    var heard: [[UInt8]] {
        events.compactMap { if case .audio(_, let packet) = $0 { packet.payload } else { nil } }
    }

    var data: [DataMessage] {
        events.compactMap { if case .data(let message) = $0 { message } else { nil } }
    }

    var texts: [TextMessage] {
        events.compactMap { if case .text(let message) = $0 { message } else { nil } }
    }

    var connections: Int { events.count { if case .connected = $0 { true } else { false } } }

    var published: [String] {
        events.compactMap { if case .trackPublished(_, let sid) = $0 { sid } else { nil } }
    }

    var hasSubscriber: Bool { events.contains { if case .trackSubscribed = $0 { true } else { false } } }

    var started: [RemoteTrack] {
        events.compactMap { if case .audioStarted(let track) = $0 { track } else { nil } }
    }

    var ended: [RemoteTrack] {
        events.compactMap { if case .audioEnded(let track) = $0 { track } else { nil } }
    }

    var present: [String] {
        events.compactMap { if case .participantJoined(let other) = $0 { other.identity } else { nil } }
    }

    var gone: [String] {
        events.compactMap { if case .participantLeft(let other) = $0 { other.identity } else { nil } }
    }

    var failure: RoomFailure?? {
        events.compactMap { if case .disconnected(let failure) = $0 { .some(failure) } else { nil } }.first
    }
}
