import STUN
import TURN
import Timing
import Wire

// What goes to servers and comes from them.
extension Gatherer {
    /// What a datagram is to the gatherer.
    enum Reception: Sendable {
        case foreign
        case consumed
        /// It held one of a peer.
        case relayed(Datagram)
    }

    mutating func receive(_ datagram: Datagram, now: Instant) -> Reception {
        if answered(datagram) { return .consumed }
        let exact = relays.firstIndex { $0.isFrom(datagram) && $0.configuration.local == datagram.local }
        guard let index = exact ?? relays.firstIndex(where: { $0.isFrom(datagram) }) else { return .foreign }
        let inner = relays[index].allocation.handle(datagram.payload, now: now)
        drain(index, now: now)
        guard let inner, let relayed = relays[index].allocation.relayed else { return .consumed }
        return .relayed(Datagram(local: relayed, remote: inner.peer, payload: inner.payload))
    }

    /// Takes the answer to a query.
    private mutating func answered(_ datagram: Datagram) -> Bool {
        guard datagram.transport == .udp, queries.contains(where: { $0.server == datagram.remote }),
            let message = STUNMessage(parsing: datagram.payload),
            let index = queries.firstIndex(where: { $0.transaction == message.transaction }),
            queries[index].server == datagram.remote
        else { return false }
        let query = queries.remove(at: index)
        if message.type == .success, let mapped = message.xorMappedAddress {
            reflect(mapped, query.base, query.server.ip)
        }
        return true
    }

    /// The relay with this address, if it is one's.
    func relay(at address: TransportAddress) -> Int? {
        relays.firstIndex { $0.allocation.relayed == address && $0.allocation.state == .allocated }
    }

    mutating func wrap(_ payload: [UInt8], _ index: Int, for peer: TransportAddress, now: Instant) -> Datagram? {
        defer { drain(index, now: now) }
        return relays[index].allocation.wrap(payload, for: peer, now: now)
    }

    /// A path through a relay was selected: what goes over it gets a short header.
    mutating func bind(_ path: ICEPath, now: Instant) {
        guard path.transport == .udp, let index = relay(at: path.local) else { return }
        relays[index].allocation.bind(path.remote, now: now)
        drain(index, now: now)
    }

    /// A path is in doubt: do the servers still know their allocations?
    mutating func probe(now: Instant) {
        for index in relays.indices {
            relays[index].allocation.probe(now: now)
            drain(index, now: now)
        }
    }

    /// Asks those again that have failed.
    mutating func retry(now: Instant) {
        for index in relays.indices where relays[index].start == nil {
            if case .failed = relays[index].allocation.state { relays[index].retry(now: now, random: random) }
        }
    }

    /// A connection to a server has ended.
    mutating func streamClosed(_ local: TransportAddress, _ remote: TransportAddress, now: Instant) {
        for index in relays.indices {
            let allocation = relays[index].allocation
            guard allocation.isStream, allocation.local == local, allocation.server == remote else { continue }
            relays[index].allocation.streamClosed()
            drain(index, now: now)
        }
    }

    /// Gives everything back.
    mutating func close(now: Instant) {
        queries = []
        for index in relays.indices {
            relays[index].start = nil
            relays[index].allocation.close(now: now)
            drain(index, now: now)
        }
    }
}
