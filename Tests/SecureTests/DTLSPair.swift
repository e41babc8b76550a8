import Glibc
import Secure
import Timing

/// Two endpoints and the two wires between them, driven by the machine's clock, because OpenSSL's timer is.
final class DTLSPair {
    var client: DTLSEndpoint
    var server: DTLSEndpoint
    private(set) var clientOutcome = DTLSOutcome()
    private(set) var serverOutcome = DTLSOutcome()
    /// Numbers, from zero and in order of sending, of the datagrams the wires lose.
    var lost: Set<Int> = []
    private(set) var datagramsSent = 0
    private var towardsServer: [[UInt8]] = []
    private var towardsClient: [[UInt8]] = []

    static let certificates = [try? Certificate.selfSigned(), try? Certificate.selfSigned()].compactMap { $0 }

    init(
        clientProfiles: [SRTPProfile] = SRTPProfile.preferred, serverProfiles: [SRTPProfile] = SRTPProfile.preferred,
        serverFingerprint: Fingerprint? = nil, clientFingerprint: Fingerprint? = nil
    ) throws {
        let (ours, theirs) = (Self.certificates[0], Self.certificates[1])
        client = try DTLSEndpoint(
            role: .client, certificate: ours, remoteFingerprint: serverFingerprint ?? theirs.fingerprint,
            profiles: clientProfiles)
        server = try DTLSEndpoint(
            role: .server, certificate: theirs, remoteFingerprint: clientFingerprint ?? ours.fingerprint,
            profiles: serverProfiles)
    }

    /// Both ends' timers; the macros of the tests cannot look into a move-only value.
    var timeouts: [Instant?] { [client.timeout, server.timeout] }

    /// Starts both ends and carries datagrams until `done`, or until five seconds have passed.
    func run(until done: (DTLSOutcome, DTLSOutcome) -> Bool) {
        let end = Instant.monotonic() + .seconds(5)
        client.start(now: .monotonic())
        server.start(now: .monotonic())
        carry()
        while !done(clientOutcome, serverOutcome), Instant.monotonic() < end {
            usleep(1000)
            client.handleTimeout(now: .monotonic())
            server.handleTimeout(now: .monotonic())
            carry()
        }
    }

    /// Runs the handshake to its end, good or bad, on both sides.
    func shakeHands() {
        run { client, server in
            (client.material != nil || client.isClosed) && (server.material != nil || server.isClosed)
        }
    }

    /// Drains both ends and delivers, until nothing moves.
    func carry() {
        repeat {
            collect()
            let (forServer, forClient) = (towardsServer, towardsClient)
            (towardsServer, towardsClient) = ([], [])
            for datagram in forServer { server.handle(datagram, now: .monotonic()) }
            for datagram in forClient { client.handle(datagram, now: .monotonic()) }
            collect()
        } while !towardsServer.isEmpty || !towardsClient.isEmpty
    }

    private func collect() {
        while let output = client.pollOutput() {
            guard let datagram = clientOutcome.take(output) else { continue }
            if survives() { towardsServer.append(datagram) }
        }
        while let output = server.pollOutput() {
            guard let datagram = serverOutcome.take(output) else { continue }
            if survives() { towardsClient.append(datagram) }
        }
    }

    private func survives() -> Bool {
        defer { datagramsSent += 1 }
        return !lost.contains(datagramsSent)
    }
}
