package import Timing

/// One end of a DTLS 1.2 association (RFC 6347) with mutual certificates, each checked against the fingerprint its
/// owner's session description promised, and with SRTP keys as its first product (RFC 5764).
///
/// Sans-IO: datagrams go in through `handle`, everything comes out of `pollOutput`, which the caller drains after every
/// other call. What one call produces is bounded by a flight, or by the records of one datagram.
///
/// ```
/// idle ──start──► handshaking ──► connected ──► closed
///   └───────────────────┴──────────────────────►┘
/// ```
package struct DTLSEndpoint: ~Copyable, Sendable {
    private enum State {
        case idle
        case handshaking
        case connected
        case closed
    }

    package let role: DTLSRole
    /// When to call `handleTimeout`; only while the handshake runs. OpenSSL reports a timer after it, too, which means
    /// nothing any more.
    package private(set) var timeout: Instant?

    private let handle: DTLSHandle
    private var state = State.idle
    private var outputs: [DTLSOutput] = []
    private var taken = 0

    /// - Parameters:
    ///   - profiles: SRTP profiles, best first. A server chooses by its own order.
    package init(
        role: DTLSRole, certificate: Certificate, remoteFingerprint: Fingerprint,
        profiles: [SRTPProfile] = SRTPProfile.preferred
    ) throws(DTLSError) {
        let handle = try DTLSHandle(
            role: role, certificate: certificate, expecting: remoteFingerprint, profiles: profiles)
        self.role = role
        self.handle = handle
    }

    package var isConnected: Bool { state == .connected }

    /// Begins: a client sends its first flight, a server waits for one. A second call changes nothing.
    package mutating func start(now: Instant) {
        guard state == .idle else { return }
        state = .handshaking
        proceed(now: now)
    }

    /// One datagram from the other end. A server that was not started starts with it; a client ignores it until then.
    /// A record that cannot be read is dropped without a trace.
    package mutating func handle(_ datagram: [UInt8], now: Instant) {
        if state == .idle, role == .server { state = .handshaking }
        guard state == .handshaking || state == .connected, !datagram.isEmpty else { return }
        handle.feed(datagram)
        proceed(now: now)
    }

    /// Repeats the last flight when its time has come; earlier it does nothing.
    package mutating func handleTimeout(now: Instant) {
        guard let timeout, now >= timeout, state == .handshaking else { return }
        let progress = handle.handleTimeout()
        settle(progress, now: now)
    }

    /// Sends one record. Until the handshake is done, and after the end, there is nobody to send to: the bytes are
    /// dropped and the answer is `false`.
    @discardableResult
    package mutating func send(_ applicationData: [UInt8]) -> Bool {
        guard state == .connected, !applicationData.isEmpty else { return false }
        let progress = handle.write(applicationData)
        collectDatagrams()
        if case .failed(let error) = progress { end(error) }
        return progress == .done
    }

    /// Says `close_notify` if there is someone to say it to, and ends.
    package mutating func close() {
        guard state != .closed else { return }
        if state == .connected { handle.shutdown() }
        collectDatagrams()
        end(nil)
    }

    /// The next thing to do; `nil` when there is none.
    package mutating func pollOutput() -> DTLSOutput? {
        guard taken < outputs.count else {
            outputs.removeAll(keepingCapacity: true)
            taken = 0
            return nil
        }
        defer { taken += 1 }
        return outputs[taken]
    }

    /// Lets OpenSSL work on what it has: the handshake first, and then records until none is left.
    private mutating func proceed(now: Instant) {
        if state == .handshaking {
            let progress = handle.handshake()
            guard progress == .done else { return settle(progress, now: now) }
            collectDatagrams()
            connect()
        }
        var progress = DTLSProgress.done
        while state == .connected {
            progress = handle.read()
            guard case .data(let record) = progress else { break }
            outputs.append(.received(record))
        }
        settle(progress, now: now)
    }

    private mutating func connect() {
        do {
            outputs.append(.connected(try handle.keyingMaterial()))
            state = .connected
        } catch {
            handle.shutdown()
            collectDatagrams()
            end(error)
        }
    }

    private mutating func settle(_ progress: DTLSProgress, now: Instant) {
        if progress == .closed { handle.shutdown() }
        collectDatagrams()
        switch progress {
        case .closed: end(nil)
        case .failed(let error): end(error)
        case .done, .data, .needsInput: break
        }
        timeout = state == .handshaking ? handle.remainingTime.map { now + $0 } : nil
    }

    private mutating func collectDatagrams() {
        for datagram in handle.takeDatagrams() {
            outputs.append(.transmit(datagram))
        }
    }

    private mutating func end(_ error: DTLSError?) {
        guard state != .closed else { return }
        state = .closed
        timeout = nil
        outputs.append(.closed(error))
    }
}
