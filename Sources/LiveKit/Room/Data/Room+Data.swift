import Contract
import FoundationEssentials
import Peer
import SDP
import SwiftProtobuf
package import Timing

// Data packets: sent within what the channels take, received once each.
extension Room {
    /// What became of data packets that were not delivered.
    package var dataCounters: DataCounters { data.counters }

    /// Sends a user packet to everybody, or to the named identities. A lossy one is dropped, and counted, while much lossy
    /// data waits to be sent.
    package mutating func send(_ message: OutgoingData, now instant: Instant) throws(DataError) {
        now = max(now, instant)
        var packet = Livekit_DataPacket()
        packet.destinationIdentities = message.destinations
        packet.user.payload = Data(message.payload)
        if !message.topic.isEmpty { packet.user.topic = message.topic }
        if message.isReliable { try sendReliable(packet) } else { try sendLossy(packet) }
    }

    /// Types a line into the room's chat.
    /// - Parameters:
    ///   - timestamp: milliseconds since 1970.
    ///   - destinations: identities; empty means everybody else.
    /// - Returns: the id of the stream that carries it.
    @discardableResult
    package mutating func sendChat(
        _ text: String, timestamp: Int64, to destinations: [String] = [], now instant: Instant
    ) throws(DataError) -> String {
        try send(
            OutgoingText(text, topic: DataTopic.chat, timestamp: timestamp, destinations: destinations), now: instant)
    }

    // MARK: Out

    /// Room for so many more reliable bytes, or an error.
    func requireRoom(for bytes: Int) throws(DataError) {
        guard let waiting = waitingBytes(on: Peers.reliable) else { throw .notConnected }
        guard bytes <= DataState.reliableRoom else { throw .tooLarge(size: bytes, limit: DataState.reliableRoom) }
        guard waiting + bytes <= DataState.reliableRoom else { throw .bufferFull }
    }

    mutating func sendReliable(_ packet: Livekit_DataPacket) throws(DataError) {
        var packet = packet
        packet.sequence = data.sender.next
        let bytes = try encode(packet)
        try requireRoom(for: bytes.count)
        data.sender.trim(waiting: waitingBytes(on: Peers.reliable) ?? 0)
        try transmit(bytes, on: Peers.reliable)
        data.sender.record(bytes)
    }

    private mutating func sendLossy(_ packet: Livekit_DataPacket) throws(DataError) {
        var packet = packet
        packet.kind = .lossy
        let bytes = try encode(packet)
        guard let waiting = waitingBytes(on: Peers.lossy) else { throw .notConnected }
        guard waiting <= DataState.lossyRoom else {
            data.counters.lossyDropped += 1
            return
        }
        try transmit(bytes, on: Peers.lossy)
    }

    private func encode(_ packet: Livekit_DataPacket) throws(DataError) -> [UInt8] {
        // Encoding a message of our own making cannot fail: it has no required fields.
        let bytes: [UInt8] = (try? packet.serializedBytes()) ?? []
        guard bytes.count <= data.packetLimit else {
            throw .tooLarge(size: bytes.count, limit: data.packetLimit)
        }
        return bytes
    }

    /// Bytes that wait for their acknowledgement; `nil` while the channel is not open.
    private func waitingBytes(on label: String) -> Int? {
        guard peers?.isOpen(label) == true else { return nil }
        return peers?.bufferedAmount(of: label)
    }

    private mutating func transmit(_ bytes: [UInt8], on label: String) throws(DataError) {
        do { try peers?.send(bytes, on: label, now: now) } catch { throw .refused("\(error)") }
    }

    /// Takes what the other end says it accepts at once; 0 is no limit (RFC 8841, section 6).
    mutating func notePacketLimit(of description: SDP.SessionDescription) {
        guard let limit = description.media.lazy.compactMap(\.maxMessageSize).first, limit > 0 else { return }
        data.packetLimit = min(limit, DataState.largestPacket)
    }

    // MARK: Resuming

    /// Sends again what the server says that it has not seen: everything reliable above that number. What does not fit is
    /// left to the channel, which still holds it.
    package mutating func resendReliable(after sequence: UInt32) {
        for bytes in data.sender.packets(after: sequence) {
            guard (try? transmit(bytes, on: Peers.reliable)) != nil else { return }
        }
    }

    /// The last reliable packet of each sender that we have, by session id: for `SyncState`.
    package var receiveStates: [String: UInt32] { data.received.states(now: now) }

    // MARK: Endings

    /// The session is over: its streams and calls fail, its numbers begin anew.
    mutating func abandonData() {
        data.incoming.abandonAll().forEach { emit($0) }
        data.calls.failAll().forEach { emit($0) }
        data.restart()
    }

    /// A participant left: so do its streams, and nobody answers its calls any more.
    mutating func forgetData(of participant: Participant) {
        data.received.forget(participant.sid)
        data.requests.forget(callsOf: participant.identity)
        data.incoming.abandon(streamsOf: participant).forEach { emit($0) }
        data.calls.fail(callsTo: participant.identity).forEach { emit($0) }
    }

    // MARK: Time

    var dataDeadline: Instant? {
        var soonest = Soonest<String>()
        soonest.consider(data.incoming.deadline, "stream")
        soonest.consider(data.calls.deadline, "call")
        return soonest.instant
    }

    mutating func handleDataTimeouts() {
        data.incoming.expire(now: now).forEach { emit($0) }
        data.calls.expire(now: now).forEach { emit($0) }
        if let waiting = waitingBytes(on: Peers.reliable) { data.sender.trim(waiting: waiting) }
    }
}
