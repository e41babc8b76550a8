import Contract
import ICE
import Peer
import RTP
import SDP
import Timing
package import Wire

// Datagrams, packets and loudness.
extension Switchboard {
    package mutating func handle(_ datagram: Datagram) {
        guard let leg = leg(for: datagram) else {
            counters.unmatched[DatagramKind(datagram.payload), default: 0] += 1
            return
        }
        if leg.peer.isAuthenticCheck(datagram.payload) { learn(Source(of: datagram), of: leg) }
        leg.peer.handle(datagram, now: now)
        leg.isDirty = true
    }

    package mutating func handleTimeout() {
        for guest in Array(guests.values) {
            for leg in guest.legs {
                guard let due = leg.timeout, due <= now else { continue }
                leg.peer.handleTimeout(now: now)
                leg.isDirty = true
            }
            if let due = guest.joinDeadline, due <= now { evict(guest, reason: .joinFailure) }
            if let due = guest.absenceDeadline, due <= now { evict(guest, reason: .signalClose) }
        }
        if let due = nextSpeakers, due <= now { tellSpeakers() }
        expireOffers()
        renewTokens()
        closeRooms()
        expireJobs()
    }

    mutating func drain(_ leg: Leg, of guest: Guest) {
        leg.timeout = nil
        while true {
            switch leg.peer.pollOutput() {
            case .transmit(let datagram): outbox.append(.transmit(datagram))
            case .event(let event): follow(event, of: guest)
            case .timeout(let instant):
                leg.timeout = instant
                if leg === guest.downlink, !guest.waitingData.isEmpty { flushData(of: guest) }
                return
            }
        }
    }

    private mutating func follow(_ event: PeerEvent, of guest: Guest) {
        switch event {
        case .connected, .channelOpened: activateIfReady(guest)
        case .media(let mid, let packet): forward(packet, from: guest, mid: mid)
        case .message(let label, let bytes): relay(bytes, from: guest, isReliable: label == DataLabel.reliable)
        case .disconnected: fellSilent(guest)
        case .channelClosed, .reconnected, .lossReported, .candidate, .candidatesEnded, .serverFailed: break
        // A goodbye on the media path overtakes the one on the socket.
        case .closed(.closedByRemote): evict(guest, reason: .clientInitiated)
        case .closed: evict(guest, reason: .connectionTimeout, action: .reconnect)
        }
    }

    private mutating func forward(_ packet: RTPPacket, from guest: Guest, mid: String) {
        guard let trackID = guest.publishedTrack(mid: mid), let track = guest.tracks[trackID] else { return }
        if let level = guest.uplink.peer.audioLevel(of: packet, mid: mid) {
            guest.tracks[trackID]?.loudness.note(level.decibelsBelowOverload)
            if nextSpeakers == nil { nextSpeakers = now + Self.speakerInterval }
        }
        for listener in everyone(in: guest.roomName, except: guest.sid) {
            guard let subscription = listener.subscriptions[trackID], subscription.isNegotiated else { continue }
            guard !track.info.muted, !subscription.isPaused else {
                listener.downlink.peer.leaveOut(packet, on: subscription.mid)
                continue
            }
            listener.downlink.peer.forward(packet, on: subscription.mid, now: now)
            listener.downlink.isDirty = true
        }
    }

    private mutating func tellSpeakers() {
        nextSpeakers = nil
        for (name, room) in rooms {
            var changes: [Livekit_SpeakerInfo] = []
            for guest in room.guests.values {
                for id in guest.tracks.keys where guest.tracks[id]?.loudness.endWindow() == true {
                    changes.append(speaker(guest, guest.tracks[id]?.loudness ?? Loudness()))
                }
                let speaks = guest.tracks.values.contains { $0.loudness.isActive }
                if speaks { nextSpeakers = now + Self.speakerInterval }
            }
            guard !changes.isEmpty else { continue }
            var message = Livekit_SpeakersChanged()
            message.speakers = changes
            for listener in everyone(in: name) { send(.speakersChanged(message), to: listener) }
        }
    }

    private func speaker(_ guest: Guest, _ loudness: Loudness) -> Livekit_SpeakerInfo {
        var info = Livekit_SpeakerInfo()
        info.sid = guest.sid
        info.level = loudness.level
        info.active = loudness.isActive
        return info
    }
}
