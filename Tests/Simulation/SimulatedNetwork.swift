package import Timing
package import Wire

/// A network in virtual time: give it what peers transmit, ask when the next datagram arrives, take what has arrived.
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
        let path = NetworkPath(from: translations[datagram.local] ?? datagram.local, to: datagram.remote)
        let rules = pathConditions[path] ?? conditions
        // The draws do not depend on outages, so that cutting a path changes nothing on the others.
        let vanishes = random.chance(rules.loss)
        let isDoubled = random.chance(rules.duplication)
        guard !vanishes, !isDown, !cutPaths.contains(path) else {
            lost += 1
            return
        }
        for _ in 0..<(isDoubled ? 2 : 1) {
            launch(datagram.payload, on: path, at: arrival(on: path, rules, now: now))
        }
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

    private mutating func launch(_ payload: [UInt8], on path: NetworkPath, at arrival: Instant) {
        guard inFlight.count < capacity else {
            lost += 1
            return
        }
        let inside = translations.first { $0.value == path.destination }?.key ?? path.destination
        let datagram = Datagram(local: inside, remote: path.source, payload: payload)
        let place = inFlight.firstIndex { $0.arrival > arrival } ?? inFlight.endIndex
        inFlight.insert(Flight(arrival: arrival, datagram: datagram), at: place)
    }
}
