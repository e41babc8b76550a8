import Contract
import SwiftProtobuf
import Timing

// What the server says.
extension Room {
    mutating func handleSignal(_ bytes: [UInt8]) {
        guard let response = try? Livekit_SignalResponse(serializedBytes: bytes) else {
            counters.unreadableMessages += 1
            return
        }
        pings.heard(now: now)
        // A message of a kind that is not known here is none of our business.
        guard let message = response.message else { return }
        switch lifecycle.step {
        case .opening: handleFirst(message)
        case _ where lifecycle.isListenedTo: handle(message)
        default: counters.unexpectedMessages += 1
        }
    }

    /// A session begins with `join`, a resumed one with `reconnect`, and one that the server does not want with `leave`.
    private mutating func handleFirst(_ message: Livekit_SignalResponse.OneOf_Message) {
        switch (message, lifecycle.attempt) {
        case (.join(let join), .connect), (.join(let join), .restart): enter(join)
        case (.reconnect(let response), .resume): resume(response)
        case (.leave(let leave), _): handleLeave(leave)
        case (_, .resume): lose(.restart, "the server did not begin with a reconnect message")
        default: lose(.restart, "the server did not begin with a join message")
        }
    }

    private mutating func handle(_ message: Livekit_SignalResponse.OneOf_Message) {
        switch message {
        case .answer, .offer, .trickle, .mediaSectionsRequirement: handleNegotiation(message)
        case .trackPublished, .trackSubscribed, .trackUnpublished, .mute, .subscriptionResponse,
            .subscriptionPermissionUpdate:
            handleTracks(message)
        case .update(let update): update.participants.forEach { apply($0) }
        case .speakersChanged(let change): emit(.speakersChanged(change.speakers.map(Speaker.init)))
        case .connectionQuality(let change): emit(.qualityChanged(change.updates.map(ParticipantQuality.init)))
        case .roomUpdate(let update): handleUpdate(update.room)
        case .roomMoved(let moved): handleMove(moved)
        case .refreshToken(let newest): renew(newest)
        case .requestResponse(let response): handleResponse(response)
        case .leave(let leave): handleLeave(leave)
        case .pong, .pongResp: pings.answered(now: now)
        case .streamStateUpdate, .subscribedAudioCodecUpdate: break
        case .join, .reconnect: counters.unexpectedMessages += 1
        }
    }

    private mutating func handleNegotiation(_ message: Livekit_SignalResponse.OneOf_Message) {
        switch message {
        case .answer(let answer): handleAnswer(answer)
        case .offer(let offer): handleOffer(offer)
        case .trickle(let trickle): handleTrickle(trickle)
        case .mediaSectionsRequirement(let requirement): addSections(Int(requirement.numAudios))
        default: break
        }
    }

    private mutating func handleTracks(_ message: Livekit_SignalResponse.OneOf_Message) {
        switch message {
        case .trackPublished(let published): handlePublished(published)
        case .trackSubscribed(let subscribed): emit(.trackSubscribed(sid: subscribed.trackSid))
        case .trackUnpublished(let unpublished): handleUnpublished(unpublished.trackSid)
        case .mute(let mute): handleMute(mute)
        case .subscriptionResponse(let response):
            emit(.subscriptionRefused(trackID: response.trackSid, SubscriptionRefusal(response.err)))
        case .subscriptionPermissionUpdate(let update) where !update.allowed:
            emit(.subscriptionRefused(trackID: update.trackSid, .notPermitted))
        default: break
        }
    }

    /// Takes a token in the place of ours, if it is one.
    mutating func renew(_ newest: String) {
        if !newest.isEmpty { token = newest }
    }

    private mutating func handleUpdate(_ room: Livekit_Room) {
        guard let before = joined else { return }
        let after = before.updated(room)
        joined = after
        if after != before { emit(.roomChanged(after)) }
    }
}
