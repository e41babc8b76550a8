import Contract
package import Peer
import RTP
package import Timing

// Tracks: ours are published, theirs are announced when both their section and their publisher are known.
extension Room {
    /// Publishes a microphone track. Before `connect` it travels in the join request; later it costs one negotiation.
    /// - Returns: the `cid` that names it in `.trackPublished`.
    package mutating func publishAudio(name: String, now instant: Instant) -> String {
        now = max(now, instant)
        let track = LocalTrack(cid: makeCID(), name: name)
        guard phase == .connecting || phase == .connected else {
            localTracks.append(track)
            return track.cid
        }
        localTracks.append(track)
        publishLateTracks()
        return track.cid
    }

    /// Publishes the tracks that no offer of this session has yet: the join request left without them.
    mutating func publishLateTracks() {
        for index in localTracks.indices where localTracks[index].mid == nil {
            localTracks[index].mid = peer?.addSendingAudio(track: localTracks[index].cid)
            signal(.addTrack(localTracks[index].request))
            negotiate()
        }
    }

    /// Sends one encoded frame of our track. Before the connection is up, frames are dropped: sound is not queued.
    /// - Parameter frame: an Opus packet, its length in ticks of the 48 kHz clock, and its level.
    package mutating func send(_ frame: OutgoingFrame, track cid: String, now instant: Instant) {
        now = max(now, instant)
        guard phase == .connected, let track = localTracks.first(where: { $0.cid == cid }), !track.isMuted,
            let mid = track.mid
        else { return }
        try? peer?.sendAudio(frame, on: mid, now: now)
    }

    /// Lets time pass on our track without sound, in ticks of the 48 kHz clock: the next frame is that much later.
    package mutating func skipAudio(_ ticks: UInt32, track cid: String) {
        guard let mid = localTracks.first(where: { $0.cid == cid })?.mid else { return }
        peer?.skipAudio(ticks, on: mid)
    }

    package mutating func setMuted(_ muted: Bool, track cid: String, now instant: Instant) {
        now = max(now, instant)
        guard let index = localTracks.firstIndex(where: { $0.cid == cid }) else { return }
        localTracks[index].isMuted = muted
        guard let sid = localTracks[index].sid else { return }
        var mute = Livekit_MuteTrackRequest()
        mute.sid = sid
        mute.muted = muted
        signal(.mute(mute))
    }

    /// Asks for a track, or declines it; only needed without automatic subscription, or to stop hearing someone.
    package mutating func subscribe(_ isWanted: Bool, to trackID: String, now instant: Instant) {
        now = max(now, instant)
        var subscription = Livekit_UpdateSubscription()
        subscription.trackSids = [trackID]
        subscription.subscribe = isWanted
        signal(.subscription(subscription))
    }

    mutating func handlePublished(_ published: Livekit_TrackPublishedResponse) {
        guard let index = localTracks.firstIndex(where: { $0.cid == published.cid }) else { return }
        localTracks[index].sid = published.track.sid
        emit(.trackPublished(cid: published.cid, sid: published.track.sid))
    }

    /// The server ended a track of ours: it is not published again after a reconnection.
    mutating func handleUnpublished(_ sid: String) {
        guard let index = localTracks.firstIndex(where: { $0.sid == sid }) else { return }
        let track = localTracks.remove(at: index)
        if let mid = track.mid { peer?.stopSending(on: mid) }
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
