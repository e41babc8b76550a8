import Contract
import DequeModule
import Peer
import SwiftProtobuf
package import Timing

/// One participant's connection to a LiveKit room: requests, signalling messages, datagrams and time go in; what the
/// driver must do and what happened come out.
package struct Room: ~Copyable {
    /// Where the connection stands.
    enum Phase: Hashable {
        case idle
        /// The socket was asked for, or is open and silent.
        case joining
        /// The server let us in; the peer connection is being made.
        case connecting
        case connected
        /// Waiting to try again.
        case pausing
        case closed
    }

    let configuration: RoomConfiguration
    var random: any RandomNumberGenerator & Sendable
    var now: Instant
    var phase = Phase.idle
    /// The newest token the server gave us.
    var token: String
    var peer: Peer?
    var outbox: Deque<RoomOutput> = []

    // Negotiation.
    var offerID: UInt32 = 0
    var needsOffer = false
    var trackByMid: [String: String] = [:]

    // Who and what.
    var joined: JoinedRoom?
    var participants: [String: Participant] = [:]
    var localTracks: [LocalTrack] = []
    var startedTracks: [String: RemoteTrack] = [:]

    // Data.
    var data = DataState()

    // Deadlines.
    var phaseDeadline: Instant?
    var answerDeadline: Instant?
    var pathDeadline: Instant?
    var pings = PingSchedule()
    var peerTimeout: Instant?
    var attempt = 0
    /// Since when media and data flow.
    var connectedAt: Instant?

    package init(_ configuration: RoomConfiguration, now: Instant) {
        self.configuration = configuration
        random = configuration.random
        token = configuration.token
        self.now = now
    }

    package var isClosed: Bool { phase == .closed }
    package var isConnected: Bool { phase == .connected }

    mutating func emit(_ event: RoomEvent) {
        outbox.append(.event(event))
    }

    /// Says it to the server, if one listens: before joining and after the end nothing is said.
    mutating func signal(_ message: Livekit_SignalRequest.OneOf_Message) {
        guard phase == .connecting || phase == .connected else { return }
        var request = Livekit_SignalRequest()
        request.message = message
        // Encoding a message of our own making cannot fail: it has no required fields.
        guard let bytes: [UInt8] = try? request.serializedBytes() else { return }
        outbox.append(.sendSignal(bytes))
    }
}
