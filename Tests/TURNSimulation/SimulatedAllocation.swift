import Timing
import Wire

/// What a simulated TURN server keeps for one client address.
struct SimulatedAllocation: Sendable {
    /// The client, as the server's own datagrams to it name the ends.
    let client: TransportAddress
    let transport: TransportProtocol
    let relayed: TransportAddress
    let username: String
    var expiry: Instant
    var permissions: [IPAddress: Instant] = [:]
    var channels: [UInt16: (peer: TransportAddress, expiry: Instant)] = [:]

    func permits(_ ip: IPAddress, now: Instant) -> Bool {
        permissions[ip].map { $0 > now } ?? false
    }

    func channel(to peer: TransportAddress, now: Instant) -> UInt16? {
        channels.first { $0.value.peer == peer && $0.value.expiry > now }?.key
    }
}
