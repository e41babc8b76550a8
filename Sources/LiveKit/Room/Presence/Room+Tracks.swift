import Contract
package import Peer
import RTP
import SwiftProtobuf
package import Timing

// Tracks: ours are published, theirs are announced when both their section and their publisher are known.
extension Room {
    /// Publishes a microphone track. Before `connect` it is part of the first offer; later it costs one negotiation, and
    /// while the connection is lost it waits for it.
    /// - Returns: the `cid` that names it in `.trackPublished`.
    package mutating func publishAudio(name: String, now instant: Instant) -> String {
        advance(to: instant)
        let track = LocalTrack(cid: makeCID(), name: name)
        localTracks.append(track)
        publishLateTracks()
        return track.cid
    }

    /// Publishes the tracks that no offer of this session has yet.
    mutating func publishLateTracks() {
        guard lifecycle.isListenedTo, lifecycle.attempt != .resume else { return }
        let late = addLateTracks()
        for request in late { signal(.addTrack(request)) }
        if !late.isEmpty { negotiate() }
    }

    /// Gives every track a section that has none in this session.
    /// - Returns: the requests to publish them.
    mutating func addLateTracks() -> [Livekit_AddTrackRequest] {
        var requests: [Livekit_AddTrackRequest] = []
        for index in localTracks.indices where localTracks[index].mid == nil {
            localTracks[index].mid = peers?.publisher.addSendingAudio(track: localTracks[index].cid)
            requests.append(localTracks[index].request(redundant: configuration.redundancy.sends > 0))
        }
        return requests
    }

    /// Sends one encoded frame of our track. Without a media connection, frames are dropped: sound is not queued.
    /// - Parameter frame: an Opus packet, its length in ticks of the 48 kHz clock, and its level.
    package mutating func send(_ frame: OutgoingFrame, track cid: String, now instant: Instant) {
        advance(to: instant)
        guard let track = localTracks.first(where: { $0.cid == cid }), !track.isMuted, let mid = track.mid else {
            return
        }
        try? peers?.publisher.sendAudio(frame, on: mid, now: now)
    }

    /// Lets time pass on our track without sound, in ticks of the 48 kHz clock: the next frame is that much later.
    package mutating func skipAudio(_ ticks: UInt32, track cid: String) {
        guard let mid = localTracks.first(where: { $0.cid == cid })?.mid else { return }
        peers?.publisher.skipAudio(ticks, on: mid)
    }

    package mutating func setMuted(_ muted: Bool, track cid: String, now instant: Instant) {
        advance(to: instant)
        guard let index = localTracks.firstIndex(where: { $0.cid == cid }) else { return }
        setMuted(muted, trackAt: index)
    }

    private mutating func setMuted(_ muted: Bool, trackAt index: Int) {
        guard localTracks[index].isMuted != muted else { return }
        localTracks[index].isMuted = muted
        guard let sid = localTracks[index].sid else { return }
        signal(.mute(.with { ($0.sid, $0.muted) = (sid, muted) }))
    }

    /// Asks for a track, or declines it; only needed without automatic subscription, or to stop hearing someone. Kept for
    /// as long as its publisher has the track.
    package mutating func subscribe(_ isWanted: Bool, to trackID: String, now instant: Instant) {
        advance(to: instant)
        if isWanted == configuration.subscribesAutomatically {
            subscriptionExceptions.remove(trackID)
        } else if participants.values.contains(where: { $0.tracks.contains { $0.sid == trackID } }) {
            subscriptionExceptions.insert(trackID)
        }
        signal(.subscription(.with { ($0.trackSids, $0.subscribe) = ([trackID], isWanted) }))
    }

    /// Repeats to a new session what was asked of the last one.
    mutating func renewSubscriptions() {
        guard !subscriptionExceptions.isEmpty else { return }
        signal(
            .subscription(
                .with {
                    $0.trackSids = subscriptionExceptions.sorted()
                    $0.subscribe = !configuration.subscribesAutomatically
                }))
    }

    mutating func handlePublished(_ published: Livekit_TrackPublishedResponse) {
        guard let index = localTracks.firstIndex(where: { $0.cid == published.cid }) else { return }
        localTracks[index].info = published.track
        emit(.trackPublished(cid: published.cid, sid: published.track.sid))
    }

    /// The server mutes a track of ours, and is obeyed.
    mutating func handleMute(_ mute: Livekit_MuteTrackRequest) {
        guard let index = localTracks.firstIndex(where: { $0.sid == mute.sid }) else { return }
        setMuted(mute.muted, trackAt: index)
        emit(.muteRequested(sid: mute.sid, muted: mute.muted))
    }

    /// The server ended a track of ours: it is not published again after a reconnection.
    mutating func handleUnpublished(_ sid: String) {
        guard let index = localTracks.firstIndex(where: { $0.sid == sid }) else { return }
        emit(.trackUnpublished(cid: localTracks[index].cid))
        withdrawTrack(at: index)
    }

    /// The server does not let us publish it.
    mutating func refusePublication(of cid: String, _ outcome: RequestOutcome) {
        guard let index = localTracks.firstIndex(where: { $0.cid == cid }) else { return }
        emit(.trackRefused(cid: cid, outcome))
        withdrawTrack(at: index)
    }

    private mutating func withdrawTrack(at index: Int) {
        let track = localTracks.remove(at: index)
        guard let mid = track.mid else { return }
        peers?.publisher.stopSending(on: mid)
        negotiate()
    }

    /// Announces tracks that are now both negotiated and known, and ends those that are no longer carried.
    mutating func startTracks() {
        let carried = Set(trackByMid.values)
        for track in startedTracks.values where !carried.contains(track.sid) { end(track) }
        for participant in participants.values {
            for track in participant.tracks where track.isAudio && carried.contains(track.sid) {
                guard startedTracks[track.sid] == nil else { continue }
                startedTracks[track.sid] = track
                emit(.audioStarted(track))
            }
        }
    }

    mutating func end(_ track: RemoteTrack) {
        guard let started = startedTracks.removeValue(forKey: track.sid) else { return }
        emit(.audioEnded(started))
    }

    mutating func endAllTracks() {
        for track in startedTracks.values { end(track) }
        trackByMid = [:]
    }

    /// A random identifier in the form of a UUID (RFC 9562, version 4).
    mutating func makeCID() -> String {
        var hex = ""
        for _ in 0..<2 {
            let half = String(random.next() as UInt64, radix: 16)
            hex += String(repeating: "0", count: 16 - half.count) + half
        }
        var digits = Array(hex)
        digits[12] = "4"
        digits[16] = "a"
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return groups.map { String(digits[$0]) }.joined(separator: "-")
    }
}
