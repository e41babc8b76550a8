import Contract
import DequeModule
import SwiftProtobuf
package import Timing
import Wire

/// The server's mind: rooms, guests and workers, without IO.
package struct Switchboard {
    let configuration: SwitchboardConfiguration
    var random: any RandomNumberGenerator & Sendable
    var now: Instant
    var rooms: [String: HostedRoom] = [:]
    var guests: [ConnectionID: Guest] = [:]
    var workers: [ConnectionID: RegisteredWorker] = [:]
    var jobs: [String: PlacedJob] = [:]
    /// Which guest a datagram belongs to: a check by the ICE name in it, anything else by its address.
    var guestByAddress: [TransportAddress: Guest] = [:]
    var guestByName: [String: Guest] = [:]
    var outbox: Deque<SwitchboardOutput> = []
    var nextSpeakers: Instant?
    /// Wall-clock seconds since 1970 at the instant zero of `now`; set by the driver with each request.
    var wallClock: Int64 = 0

    /// Speakers are told this often.
    static let speakerInterval = Duration.milliseconds(400)
    /// Who is not connected by then is removed.
    static let joinTimeout = Duration.seconds(60)

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
            soonest.consider(guest.peerTimeout, guest.sid)
            soonest.consider(guest.joinDeadline, "join")
        }
        for room in rooms.values { soonest.consider(room.closesAt, room.info.name) }
        for job in jobs.values { soonest.consider(job.deadline, job.job.id) }
        return soonest.instant
    }

    /// Whether anybody had something to say; what was forwarded meanwhile may have given others something, too.
    private mutating func drainGuests() -> Bool {
        let talkers = guests.values.filter(\.isDirty)
        for guest in talkers {
            guest.isDirty = false
            drain(guest)
        }
        return !talkers.isEmpty
    }

    mutating func send(_ message: Livekit_SignalResponse.OneOf_Message, to guest: Guest) {
        var response = Livekit_SignalResponse()
        response.message = message
        guard let bytes: [UInt8] = try? response.serializedBytes() else { return }
        outbox.append(.send(guest.connection, bytes))
    }

    func everyone(in room: String, except sid: String? = nil) -> [Guest] {
        (rooms[room]?.guests.values).map { guests in guests.filter { $0.sid != sid } } ?? []
    }
}
