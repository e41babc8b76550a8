import DequeModule
import STUN
package import Timing
package import Wire

/// An address at a TURN server, from asking for it to giving it back (RFC 8656).
///
/// `start` it, hand it what the server sends, wake it at its `timeout`, send what it says. `wrap` puts a datagram for a
/// peer into a message to the server; `handle` returns what a peer sent.
package struct Allocation: Sendable {
    package let local: TransportAddress
    package let transport: TransportProtocol
    /// Changes when the server refers to another one.
    package internal(set) var server: TransportAddress
    package internal(set) var state = AllocationState.new
    /// What peers see.
    package internal(set) var relayed: TransportAddress?
    /// What the server sees.
    package internal(set) var mapped: TransportAddress?
    package internal(set) var counters = AllocationCounters()

    let credentials: TURNCredentials
    let timings: TURNTimings
    /// What the server asked for; `nil` before its first answer.
    var challenge: Challenge?
    var alternates = 0
    /// A relayed address of the server's own family is asked for, unless it has none.
    var wantsIPv6: Bool
    var hasReleased = false
    var transactions: [Transaction] = []
    var permissions: [IPAddress: Permission] = [:]
    var channels: [Channel] = []
    var refreshDue: Instant?
    var expiry: Instant?
    var random: any RandomNumberGenerator & Sendable
    private var outputs: Deque<AllocationOutput> = []

    static let permissionLimit = 32
    static let channelLimit = 16
    /// Beyond this the oldest output is dropped: what matters is sent again.
    private static let outputLimit = 128

    /// Realm and nonce (RFC 8489, section 9.2), and the key that belongs to them.
    struct Challenge: Sendable, CustomStringConvertible, CustomReflectable {
        let realm: String
        let nonce: String
        let key: [UInt8]

        var description: String { "challenge of \(realm)" }
        var customMirror: Mirror { Mirror(self, children: ["realm": realm]) }
    }

    package init(_ configuration: AllocationConfiguration, random: any RandomNumberGenerator & Sendable) {
        local = configuration.local
        transport = configuration.transport
        server = configuration.server
        credentials = configuration.credentials
        timings = configuration.timings
        wantsIPv6 = configuration.server.ip.isIPv6
        self.random = random
    }

    package var isStream: Bool { transport != .udp }

    /// Not asked for, or on its way.
    package var isOpen: Bool { state == .new || state == .allocating }

    /// Asks for the address.
    package mutating func start(now: Instant) {
        guard state == .new else { return }
        state = .allocating
        request(.allocate, now: now)
    }

    /// Gives the address back. Drain afterwards; nothing is awaited any more.
    package mutating func close(now: Instant) {
        if state == .allocated || state == .allocating && challenge != nil { request(.release, now: now) }
        forget()
        state = .closed
    }

    /// The connection to the server has failed or ended.
    package mutating func streamClosed() {
        guard isStream, isOpen || state == .allocated else { return }
        fail(.streamEnded)
    }

    package mutating func pollOutput() -> AllocationOutput? { outputs.popFirst() }

    mutating func emit(_ output: AllocationOutput) {
        if outputs.count == Self.outputLimit { outputs.removeFirst() }
        outputs.append(output)
    }

    mutating func transmit(_ payload: [UInt8]) {
        emit(.transmit(datagram(payload)))
    }

    func datagram(_ payload: [UInt8]) -> Datagram {
        Datagram(local: local, remote: server, transport: transport, payload: payload)
    }

    mutating func fail(_ error: AllocationError) {
        forget()
        state = .failed(error)
        emit(.failed(error))
    }

    private mutating func forget() {
        counters.dropped += permissions.values.reduce(0) { $0 + $1.waiting.count }
        transactions = []
        permissions = [:]
        channels = []
        refreshDue = nil
        expiry = nil
    }
}
