import Contract
import DequeModule
import SwiftProtobuf
package import Timing

/// The server's mind: rooms, guests and workers, without IO.
package struct Switchboard {
    let configuration: SwitchboardConfiguration
    var random: any RandomNumberGenerator & Sendable
    var now: Instant
    var rooms: [String: HostedRoom] = [:]
    /// By session id.
    var guests: [String: Guest] = [:]
    /// Those that have a socket.
    var guestByConnection: [ConnectionID: Guest] = [:]
    var workers: [ConnectionID: RegisteredWorker] = [:]
    var jobs: [String: PlacedJob] = [:]
    /// Which peer connection a datagram belongs to: a check by the ICE name in it, anything else by its source.
    var legBySource: [Source: Leg] = [:]
    var legByName: [String: Leg] = [:]
    package internal(set) var counters = SwitchboardCounters()
    var outbox: Deque<SwitchboardOutput> = []
    var nextSpeakers: Instant?
    /// Wall-clock seconds since 1970 at the instant zero of `now`; set by the driver with each request.
    var wallClock: Int64 = 0

    /// Speakers are told this often.
    static let speakerInterval = Duration.milliseconds(400)
    /// Who is not connected by then is removed.
    static let joinTimeout = Duration.seconds(60)

    /// Who has lost the socket, but not the connection, may come back for this long; who is silent as well, less.
    static let absence = Duration.seconds(15)
    static let silentAbsence = Duration.seconds(5)
    /// An agent whose worker has lost its socket as well: its process has died, and another one is to take over.
    static let orphanedAbsence = Duration.milliseconds(250)
    /// Sockets that are lost within this time of each other were lost together.
    static let oneDeath = Duration.seconds(1)

    package init(_ configuration: SwitchboardConfiguration, now: Instant) {
        self.configuration = configuration
        random = configuration.random
        self.now = now
    }

    /// - Parameter wallClock: milliseconds since 1970, for the times that clients are shown and tokens are made with.
    package mutating func advance(to instant: Instant, wallClock: Int64) {
        now = max(now, instant)
        self.wallClock = wallClock
    }

    package mutating func pollOutput() -> SwitchboardOutput {
        while outbox.isEmpty, drainGuests() {}
        return outbox.popFirst() ?? .timeout(timeout)
    }

    private var timeout: Instant? {
        var soonest = Soonest<String>()
        soonest.consider(nextSpeakers, "speakers")
        for guest in guests.values {
            for leg in guest.legs { soonest.consider(leg.timeout, "peer") }
            soonest.consider(guest.joinDeadline, "join")
            soonest.consider(guest.absenceDeadline, "absence")
            soonest.consider(guest.negotiation.answerDeadline, "answer")
            soonest.consider(guest.nextToken, "token")
        }
        for room in rooms.values { soonest.consider(room.closesAt, room.info.name) }
        for job in jobs.values { soonest.consider(job.deadline, job.job.id) }
        return soonest.instant
    }

    /// Whether anybody had something to say; what was forwarded meanwhile may have given others something, too.
    private mutating func drainGuests() -> Bool {
        var isBusy = false
        for guest in Array(guests.values) {
            for leg in guest.legs where leg.isDirty {
                isBusy = true
                leg.isDirty = false
                drain(leg, of: guest)
            }
        }
        return isBusy
    }

    /// A guest without a socket is told nothing now; what matters it learns when it comes back.
    mutating func send(_ message: Livekit_SignalResponse.OneOf_Message, to guest: Guest) {
        guard let connection = guest.connection else { return }
        send(message, on: connection)
    }

    mutating func send(_ message: Livekit_SignalResponse.OneOf_Message, on connection: ConnectionID) {
        var response = Livekit_SignalResponse()
        response.message = message
        guard let bytes: [UInt8] = try? response.serializedBytes() else { return }
        outbox.append(.send(connection, bytes))
    }

    func everyone(in room: String, except sid: String? = nil) -> [Guest] {
        (rooms[room]?.guests.values).map { guests in guests.filter { $0.sid != sid } } ?? []
    }
}
