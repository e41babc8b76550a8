import Contract
import Timing
import Peer

// Guests leaving, by their own will or not; rooms closing.
extension Switchboard {
    /// A guest says goodbye: the word is echoed and the socket closed.
    mutating func part(_ guest: Guest) {
        var leave = Livekit_LeaveRequest()
        leave.reason = .clientInitiated
        leave.action = .disconnect
        send(.leave(leave), to: guest)
        outbox.append(.close(guest.connection))
        remove(guest, reason: .clientInitiated)
    }

    /// Ends a session from this side and says why.
    mutating func evict(_ guest: Guest, reason: Livekit_DisconnectReason) {
        guard guests[guest.connection] != nil else { return }
        var leave = Livekit_LeaveRequest()
        leave.reason = reason
        leave.action = .disconnect
        send(.leave(leave), to: guest)
        outbox.append(.close(guest.connection))
        remove(guest, reason: reason)
    }

    mutating func remove(_ guest: Guest, reason: Livekit_DisconnectReason) {
        guard guests.removeValue(forKey: guest.connection) != nil else { return }
        guestByName[guest.peer.localName] = nil
        for address in guest.addresses { guestByAddress[address] = nil }
        guest.peer.close(now: now)
        while case .transmit(let datagram) = guest.peer.pollOutput() { outbox.append(.transmit(datagram)) }
        for id in guest.tracks.keys {
            for listener in everyone(in: guest.roomName, except: guest.sid) { unsubscribe(listener, from: id) }
        }
        guest.tracks = [:]
        guest.info.state = .disconnected
        guest.info.disconnectReason = reason
        announce(guest)
        rooms[guest.roomName]?.guests[guest.sid] = nil
        agentLeft(guest, reason: reason)
        guard !guest.isAgent, let room = rooms[guest.roomName], !room.isOccupied else { return }
        let timeout = room.info.departureTimeout
        rooms[guest.roomName]?.closesAt = now + .seconds(timeout)
    }

    /// Tells everybody, the guest included, what a participant is like now.
    mutating func announce(_ guest: Guest) {
        guest.info.version += 1
        var update = Livekit_ParticipantUpdate()
        update.participants = [guest.snapshot()]
        for listener in everyone(in: guest.roomName) where !guest.isHidden || listener === guest {
            send(.update(update), to: listener)
        }
    }

    /// ICE, DTLS and both channels are up: the others may hear of it, and waiting data is delivered.
    mutating func activateIfReady(_ guest: Guest) {
        guard guest.peer.isConnected else { return }
        if guest.info.state == .joined {
            guest.info.state = .active
            guest.joinDeadline = nil
            announce(guest)
        }
        guard guest.peer.isOpen(DataLabel.reliable) else { return }
        for bytes in guest.waitingData { try? guest.peer.send(bytes, on: DataLabel.reliable, now: now) }
        guest.waitingData = []
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
