import DequeModule
package import Timing

/// One SCTP association with its data channels: packets, messages and the time go in, `SCTPOutput` comes out.
///
/// Both ends may `start` at the same moment (RFC 9260, section 5.2.1). After every mutation drain `pollOutput` until
/// `nil`, then wait for the next packet or for `timeout`. Verbs without a time (`open`, `close`) take effect at the next
/// `handleTimeout`, for which `timeout` is then due at once.
package struct Association: Sendable {
    let parameters: ProtocolParameters
    var state = AssociationState.idle
    /// The latest time seen. Time never runs backwards in here, whatever the driver says.
    var now = Instant.origin

    /// The tag that packets to us bear; never zero.
    let localTag: UInt32
    let initialTSN: TSN
    /// Knows our cookies.
    let cookieSecret: UInt64
    var peer: PeerDescription?

    var outbound: Outbound
    var inbound: Inbound?
    var channels: ChannelTable
    var reset: StreamReset

    /// T1-init or T1-cookie.
    var t1 = BackoffTimer()
    /// T2-shutdown.
    var t2 = BackoffTimer()
    /// When the next HEARTBEAT is due.
    var heartbeatDeadline: Instant?
    /// When the HEARTBEAT without an answer was sent.
    var heartbeatSent: Instant?
    /// What COOKIE ECHO carries, to send it again.
    var cookie: [UInt8] = []

    /// Chunks that go out before any DATA. At most a few per packet received.
    var control: Deque<Chunk> = []
    /// Bounded by what one input can cause: drained after every mutation.
    var outputs: Deque<SCTPOutput> = []
    /// A verb without a time has left work for the next `handleTimeout`.
    var owesFlush = false

    /// `random` gives tags, initial numbers and the cookie's secret, which must be hard to guess outside tests.
    package init(
        role: AssociationRole, parameters: ProtocolParameters = ProtocolParameters(),
        random: some RandomNumberGenerator
    ) {
        var random = random
        self.parameters = parameters
        localTag = UInt32.random(in: 1...UInt32.max, using: &random)
        initialTSN = TSN(UInt32.random(in: 0...UInt32.max, using: &random))
        cookieSecret = UInt64.random(in: 0...UInt64.max, using: &random)
        outbound = Outbound(parameters, initialTSN: initialTSN)
        channels = ChannelTable(role: role)
        reset = StreamReset(initialTSN: initialTSN)
    }

    /// Whether the handshake is complete and nobody has begun to close.
    package var isEstablished: Bool { state == .established }

    /// The round trip as last smoothed, once one was measured.
    package var roundTrip: Duration? { outbound.rto.roundTrip }

    /// Sends INIT. Does nothing when the other end was faster and the association is under way already.
    package mutating func start(now: Instant) {
        observe(now)
        guard state == .idle else { return }
        state = .cookieWait
        sendInitiation()
        t1.start(parameters.initialRTO, now: self.now)
    }

    /// One packet from the other end, as DTLS released it. Anything malformed or not meant for us is dropped.
    package mutating func handle(_ packet: [UInt8], now: Instant) {
        observe(now)
        guard let packet = SCTPPacket(packet), packet.sourcePort == parameters.port,
            packet.destinationPort == parameters.port
        else { return }
        receive(packet)
        flush()
    }

    /// The next thing to do or to know; `nil` when there is nothing left until the next input or `timeout`.
    package mutating func pollOutput() -> SCTPOutput? {
        outputs.popFirst()
    }

    /// Time moves forward only.
    mutating func observe(_ time: Instant) {
        now = max(now, time)
    }
}
