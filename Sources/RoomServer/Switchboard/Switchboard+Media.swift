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
        guard let guest = guest(for: datagram) else { return }
        if guest.peer.isAuthenticCheck(datagram.payload) { learn(datagram.remote, of: guest) }
        guest.peer.handle(datagram, now: now)
        guest.isDirty = true
    }

    /// A check names its guest; anything else belongs to the guest whose authentic check came from the same address.
    private func guest(for datagram: Datagram) -> Guest? {
        if ICEAgent.isSTUN(datagram.payload), let name = ICEAgent.destination(of: datagram.payload) {
            return guestByName[name]
        }
        return guestByAddress[datagram.remote]
    }

    /// Remembers where a guest is. An address that another guest is heard from stays with that one.
    private mutating func learn(_ address: TransportAddress, of guest: Guest) {
        let holder = guestByAddress[address]
        guard holder !== guest, holder?.peer.liveRemote != address else { return }
        holder?.addresses.removeAll { $0 == address }
        guestByAddress[address] = guest
        guest.addresses.append(address)
        guard guest.addresses.count > Guest.addressLimit else { return }
        guestByAddress[guest.addresses.removeFirst()] = nil
    }

    package mutating func handleTimeout() {
        for guest in Array(guests.values) {
            if let due = guest.peerTimeout, due <= now {
                guest.peer.handleTimeout(now: now)
                guest.isDirty = true
            }
            if let due = guest.joinDeadline, due <= now { evict(guest, reason: .joinFailure) }
        }
        if let due = nextSpeakers, due <= now { tellSpeakers() }
        closeRooms()
        expireJobs()
    }

    mutating func drain(_ guest: Guest) {
        guest.peerTimeout = nil
        while true {
            switch guest.peer.pollOutput() {
            case .transmit(let datagram): outbox.append(.transmit(datagram))
            case .event(let event): follow(event, of: guest)
            case .timeout(let instant):
                guest.peerTimeout = instant
                return
            }
        }
    }

    private mutating func follow(_ event: PeerEvent, of guest: Guest) {
        switch event {
        case .connected, .channelOpened: activateIfReady(guest)
        case .media(let mid, let packet): forward(packet, from: guest, mid: mid)
        case .message(let label, let bytes): relay(bytes, from: guest, isReliable: label == DataLabel.reliable)
        case .channelClosed, .disconnected, .reconnected, .candidate, .candidatesEnded, .lossReported: break
        // A goodbye on the media path overtakes the one on the socket.
        case .closed(.closedByRemote): evict(guest, reason: .clientInitiated)
        case .closed: evict(guest, reason: .connectionTimeout)
        }
    }

    private mutating func forward(_ packet: RTPPacket, from guest: Guest, mid: String) {
        guard let trackID = guest.publishedTrack(mid: mid), let track = guest.tracks[trackID] else { return }
        if let level = guest.peer.audioLevel(of: packet, mid: mid) {
            guest.tracks[trackID]?.loudness.note(level.decibelsBelowOverload)
            if nextSpeakers == nil { nextSpeakers = now + Self.speakerInterval }
        }
        for listener in everyone(in: guest.roomName, except: guest.sid) {
            guard let link = listener.downlinks[trackID], link.isNegotiated else { continue }
            guard !track.info.muted else {
                listener.peer.leaveOut(packet, on: link.mid)
                continue
            }
            listener.peer.forward(packet, on: link.mid, now: now)
            listener.isDirty = true
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
