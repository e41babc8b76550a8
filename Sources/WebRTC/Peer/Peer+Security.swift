import SCTP
import Secure
package import Timing

// DTLS, the keys it yields for SRTP, and the data it carries for SCTP.
extension Peer {
    private static let earlyHandshakeLimit = 8

    mutating func startSecurity(fingerprint: Fingerprint) throws(PeerError) {
        guard dtls == nil else { return }
        do {
            dtls = try DTLSEndpoint(
                role: configuration.mode == .full ? .client : .server, certificate: configuration.certificate,
                remoteFingerprint: fingerprint)
        } catch {
            throw .incompleteTransport
        }
        for datagram in earlyHandshake { dtls?.handle(datagram, now: now) }
        earlyHandshake = []
        if path != nil { startHandshake() }
    }

    /// The client's first flight, as soon as there is a path.
    mutating func startHandshake() {
        dtls?.start(now: now)
    }

    mutating func handleHandshake(_ datagram: [UInt8]) {
        if dtls != nil {
            dtls?.handle(datagram, now: now)
        } else if earlyHandshake.count < Self.earlyHandshakeLimit {
            earlyHandshake.append(datagram)
        } else {
            counters.dropped += 1
        }
    }

    mutating func drainHandshake() {
        while let output = dtls?.pollOutput() {
            switch output {
            case .transmit(let bytes): transmit(bytes)
            case .connected(let material): secure(with: material)
            case .received(let bytes): sctp.handle(bytes, now: now)
            case .closed(let error): close(error.map { .handshakeFailed("\($0)") } ?? .closedByRemote)
            }
        }
    }

    private mutating func secure(with material: SRTPKeyingMaterial) {
        do {
            srtp = try SRTPSession(material, role: configuration.mode == .full ? .client : .server)
            nextReport = now + configuration.reportInterval
            outbox.append(.event(.connected))
            sctp.start(now: now)
        } catch {
            close(.handshakeFailed("\(error)"))
        }
    }

    /// Says goodbye on the DTLS level. Drain afterwards; the peer is then closed.
    package mutating func close(now: Instant) {
        advance(to: now)
        guard !isClosed else { return }
        sctp.close()
        drainData()
        dtls?.close()
        drainHandshake()
        close(nil)
    }
}
