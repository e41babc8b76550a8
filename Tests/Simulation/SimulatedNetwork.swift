package import Timing
package import Wire

/// A network in virtual time: give it what peers transmit, ask when the next datagram arrives, take what has arrived.
///
/// On a stream nothing is lost, doubled or overtaken, except what is cut, down or stopped by the firewall.
///
/// A datagram is sent as its sender sees it (`local` is the source) and delivered as its receiver sees it (`local` is the
/// destination). At most `capacity` datagrams are in flight; what is sent beyond that is lost.
package struct SimulatedNetwork: Sendable {
    /// Of every path that has no conditions of its own.
    package var conditions: NetworkConditions
    /// Conditions of single paths, per direction.
    package var pathConditions: [NetworkPath: NetworkConditions] = [:]
    /// Everything sent while this is true is lost; what is already in flight arrives.
    package var isDown = false
    /// The paths that lose everything sent on them, per direction.
    package var cutPaths: Set<NetworkPath> = []
    /// The addresses behind an address translator, with the addresses they appear as. It lets everything in.
    package var translations: [TransportAddress: TransportAddress] = [:]
    /// Address translators with a memory, as homes and offices have them.
    package var translators: [AddressTranslator] = []
    /// What it says yes to is lost, as its sender sees it.
    package var firewall: (@Sendable (Datagram) -> Bool)?

    /// Datagrams given to `send`.
    package private(set) var sent = 0
    /// Datagrams given back by `deliver`, duplicates included.
    package private(set) var delivered = 0
    /// Datagrams that vanished.
    package private(set) var lost = 0

    private var random: SeededGenerator
    private var inFlight: [Flight] = []
    private var lastArrival: [NetworkPath: Instant] = [:]
    private let capacity: Int

    private struct Flight: Sendable {
        var arrival: Instant
        var datagram: Datagram
    }

    package init(seed: UInt64, conditions: NetworkConditions = .clean, capacity: Int = 16_384) {
        random = SeededGenerator(seed: seed)
        self.conditions = conditions
        self.capacity = capacity
    }

    /// When the next datagram arrives; `nil` when nothing is in flight.
    package var nextArrival: Instant? { inFlight.first?.arrival }

    package var datagramsInFlight: Int { inFlight.count }

    /// Takes a datagram that leaves `datagram.local` for `datagram.remote` now.
    package mutating func send(_ datagram: Datagram, now: Instant) {
        sent += 1
        let path = NetworkPath(from: outside(of: datagram), to: datagram.remote)
        let rules = pathConditions[path] ?? conditions
        // The draws do not depend on outages, so that cutting a path changes nothing on the others.
        let vanishes = random.chance(rules.loss)
        let isDoubled = random.chance(rules.duplication)
        let isReliable = datagram.transport != .udp
        guard !vanishes || isReliable, !isDown, !cutPaths.contains(path), firewall?(datagram) != true else {
            lost += 1
            return
        }
        for _ in 0..<(isDoubled && !isReliable ? 2 : 1) {
            launch(datagram, on: path, at: arrival(on: path, isReliable ? rules.reliable : rules, now: now))
        }
    }

    /// The source address that the world sees.
    private mutating func outside(of datagram: Datagram) -> TransportAddress {
        let index = translators.firstIndex { $0.hides(datagram.local.ip) && !$0.hides(datagram.remote.ip) }
        guard let index else { return translations[datagram.local] ?? datagram.local }
        return translators[index].outbound(from: datagram.local, to: datagram.remote)
    }

    /// The address inside that a datagram arrives at; `nil` when a translator keeps it out.
    private func inside(of path: NetworkPath) -> TransportAddress? {
        for translator in translators {
            if translator.outside == path.destination.ip {
                return translator.inbound(from: path.source, to: path.destination)
            }
            if translator.hides(path.destination.ip), !translator.hides(path.source.ip) { return nil }
        }
        return translations.first { $0.value == path.destination }?.key ?? path.destination
    }

    /// Everything that has arrived by `now`, in order of arrival.
    package mutating func deliver(now: Instant) -> [Datagram] {
        let count = inFlight.firstIndex { $0.arrival > now } ?? inFlight.endIndex
        defer { inFlight.removeFirst(count) }
        delivered += count
        return inFlight[..<count].map(\.datagram)
    }

    private mutating func arrival(on path: NetworkPath, _ rules: NetworkConditions, now: Instant) -> Instant {
        let onTime = now + rules.latency + random.duration(upTo: rules.jitter)
        if random.chance(rules.reordering) { return onTime + rules.holding }
        let inOrder = max(onTime, lastArrival[path] ?? onTime)
        lastArrival[path] = inOrder
        return inOrder
    }

    private mutating func launch(_ datagram: Datagram, on path: NetworkPath, at arrival: Instant) {
        guard inFlight.count < capacity, let inside = inside(of: path) else {
            lost += 1
            return
        }
        let datagram = Datagram(
            local: inside, remote: path.source, transport: datagram.transport, payload: datagram.payload)
        let place = inFlight.firstIndex { $0.arrival > arrival } ?? inFlight.endIndex
        inFlight.insert(Flight(arrival: arrival, datagram: datagram), at: place)
    }
}
