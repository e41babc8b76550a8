import Contract
import SwiftProtobuf
package import Timing

// What we say to the server.
extension Room {
    /// Says it to the server, or when the server listens again. After the end nothing is said.
    mutating func signal(_ message: Livekit_SignalRequest.OneOf_Message) {
        let isNow = lifecycle.isListenedTo && (lifecycle.attempt != .resume || message.belongsToTheConnection)
        guard !isNow else { return transmit(message) }
        guard !isClosed, !message.belongsToTheConnection else { return }
        if !requests.enqueue(message) { counters.droppedRequests += 1 }
    }

    mutating func flushRequests() {
        for message in requests.takeQueue() { transmit(message) }
    }

    private mutating func transmit(_ message: Livekit_SignalRequest.OneOf_Message) {
        var request = Livekit_SignalRequest()
        request.message = message
        // Encoding a message of our own making cannot fail: it has no required fields.
        guard let bytes: [UInt8] = try? request.serializedBytes() else { return }
        outbox.append(.sendSignal(bytes))
    }

    mutating func sendPing() {
        var ping = Livekit_Ping()
        ping.timestamp = now.nanoseconds / 1_000_000
        ping.rtt = pings.roundTrip.nanoseconds / 1_000_000
        pings.sent(now: now)
        signal(.pingReq(ping))
    }

    // MARK: About ourselves

    /// Sets attributes of our own participant; the others are kept, and an empty value removes its key. Needs the grant
    /// `canUpdateOwnMetadata`.
    /// - Returns: the id that `.requestEnded` names.
    @discardableResult
    package mutating func setAttributes(_ attributes: [String: String], now instant: Instant) -> UInt32 {
        update(now: instant) { $0.attributes = attributes }
    }

    /// Replaces our metadata, under the same grant.
    @discardableResult
    package mutating func setMetadata(_ metadata: String, now instant: Instant) -> UInt32 {
        update(now: instant) { $0.metadata = metadata }
    }

    /// Replaces our display name, under the same grant.
    @discardableResult
    package mutating func setName(_ name: String, now instant: Instant) -> UInt32 {
        update(now: instant) { $0.name = name }
    }

    private mutating func update(
        now instant: Instant, _ fill: (inout Livekit_UpdateParticipantMetadata) -> Void
    ) -> UInt32 {
        advance(to: instant)
        guard !isClosed else { return 0 }
        let (id, givenUp) = requests.begin(deadline: now + configuration.timings.request)
        if let givenUp { emit(.requestEnded(id: givenUp, .unanswered)) }
        var update = Livekit_UpdateParticipantMetadata()
        update.requestID = id
        fill(&update)
        signal(.updateMetadata(update))
        return id
    }

    mutating func handleResponse(_ response: Livekit_RequestResponse) {
        let outcome = RequestOutcome(response)
        if requests.end(response.requestID) {
            emit(.requestEnded(id: response.requestID, outcome))
        } else if case .addTrack(let track)? = response.request, outcome != .accepted {
            refusePublication(of: track.cid, outcome)
        }
    }

    mutating func expireRequests() {
        for id in requests.expire(now: now) { emit(.requestEnded(id: id, .unanswered)) }
    }
}

extension Livekit_SignalRequest.OneOf_Message {
    /// It makes no sense on another connection, so that it never waits for one.
    fileprivate var belongsToTheConnection: Bool {
        switch self {
        case .offer, .answer, .trickle, .syncState, .leave, .simulate, .ping, .pingReq: true
        default: false
        }
    }
}
