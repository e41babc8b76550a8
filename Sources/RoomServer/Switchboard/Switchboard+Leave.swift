import Contract
import SwiftProtobuf
import Timing
import Peer

// Guests leaving, by their own will or not; rooms closing.
extension Switchboard {
    /// A guest says goodbye: the word is echoed and the socket closed.
    mutating func part(_ guest: Guest) {
        evict(guest, reason: .clientInitiated)
    }

    /// Ends a session from this side and says why.
    /// - Parameter action: what the guest is to do: stay away, or come back with a new session.
    mutating func evict(
        _ guest: Guest, reason: Livekit_DisconnectReason, action: Livekit_LeaveRequest.Action = .disconnect
    ) {
        guard guests[guest.sid] != nil else { return }
        if let connection = guest.connection {
            let leave = Livekit_LeaveRequest.with {
                $0.reason = reason
                $0.action = action
                $0.canReconnect = action != .disconnect
            }
            send(.leave(leave), to: guest)
            outbox.append(.close(connection))
        }
        remove(guest, reason: reason)
    }

    mutating func remove(_ guest: Guest, reason: Livekit_DisconnectReason) {
        guard guests.removeValue(forKey: guest.sid) != nil else { return }
        if let connection = guest.connection { guestByConnection[connection] = nil }
        for leg in guest.legs { close(leg) }
        for id in guest.tracks.keys {
            for listener in everyone(in: guest.roomName, except: guest.sid) { unsubscribe(listener, from: id) }
        }
        guest.tracks = [:]
        guest.info.state = .disconnected
        guest.info.disconnectReason = reason
        announce(guest)
        rooms[guest.roomName]?.guests[guest.sid] = nil
        agentLeft(guest, reason: reason)
        endJobs(for: guest)
        guard !guest.isAgent, let room = rooms[guest.roomName], !room.isOccupied else { return }
        let timeout = room.info.departureTimeout
        rooms[guest.roomName]?.closesAt = now + .seconds(timeout)
    }

    private mutating func close(_ leg: Leg) {
        forget(leg)
        leg.peer.close(now: now)
        while true {
            switch leg.peer.pollOutput() {
            case .transmit(let datagram): outbox.append(.transmit(datagram))
            case .event: continue
            case .timeout: return
            }
        }
    }

    /// Tells everybody, the guest included, what a participant is like now.
    mutating func announce(_ guest: Guest) {
        guest.info.version += 1
        var update = Livekit_ParticipantUpdate()
        update.participants = [guest.snapshot()]
        for listener in everyone(in: guest.roomName) where !guest.isHidden || listener === guest {
            if listener.connection == nil, guest.info.state == .disconnected { listener.miss(guest) }
            send(.update(update), to: listener)
        }
    }

    /// ICE, DTLS and both channels are up: the others may hear of it, and waiting data is delivered.
    mutating func activateIfReady(_ guest: Guest) {
        guard guest.isConnected else { return }
        if guest.info.state == .joined {
            guest.info.state = .active
            guest.joinDeadline = nil
            announce(guest)
        }
        flushData(of: guest)
    }

    mutating func closeRooms() {
        for (name, room) in rooms {
            guard let due = room.closesAt, due <= now else { continue }
            close(room: name, reason: .roomClosed)
        }
    }

    /// Ends every session because the server goes down.
    package mutating func shutDown() {
        for name in Array(rooms.keys) { close(room: name, reason: .serverShutdown) }
    }

    mutating func close(room name: String, reason: Livekit_DisconnectReason) {
        for guest in everyone(in: name) { evict(guest, reason: reason) }
        rooms[name] = nil
        endJobs(in: name)
    }
}

extension Guest {
    /// Remembers who left while its socket was gone.
    fileprivate func miss(_ other: Guest) {
        if missedDepartures.count == Self.departureLimit { missedDepartures.removeFirst() }
        missedDepartures.append(other.snapshot())
    }
}
