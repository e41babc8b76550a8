import ICE
import Peer
import RTP
package import Wire

// Which peer connection a datagram belongs to: a check by the ICE name in it, anything else by where it came from.
extension Switchboard {
    /// Registers the name that the connection goes by now; until checks carry it, the former one is good as well.
    mutating func learnName(of leg: Leg) {
        let name = leg.peer.localName
        guard leg.names.last != name else { return }
        leg.names.append(name)
        legByName[name] = leg
        if leg.names.count > Leg.nameLimit { legByName[leg.names.removeFirst()] = nil }
    }

    mutating func forget(_ leg: Leg) {
        for name in leg.names { legByName[name] = nil }
        for source in leg.sources { legBySource[source] = nil }
        leg.sources = []
    }

    func leg(for datagram: Datagram) -> Leg? {
        if ICEAgent.isSTUN(datagram.payload), let name = ICEAgent.destination(of: datagram.payload) {
            return legByName[name]
        }
        return legBySource[Source(of: datagram)]
    }

    /// Remembers where a connection is. A place that another one is heard from stays with that one.
    mutating func learn(_ source: Source, of leg: Leg) {
        let holder = legBySource[source]
        guard holder !== leg, holder?.peer.liveRemote != source.address else { return }
        holder?.sources.removeAll { $0 == source }
        legBySource[source] = leg
        leg.sources.append(source)
        guard leg.sources.count > Leg.sourceLimit else { return }
        legBySource[leg.sources.removeFirst()] = nil
    }

    /// A TCP connection is gone; its guest may open another one.
    package mutating func handleStreamEnd(_ stream: Datagram) {
        let source = Source(of: stream)
        guard let leg = legBySource.removeValue(forKey: source) else { return }
        leg.sources.removeAll { $0 == source }
        leg.peer.streamClosed(local: stream.local, remote: stream.remote, transport: stream.transport, now: now)
        leg.isDirty = true
    }
}
