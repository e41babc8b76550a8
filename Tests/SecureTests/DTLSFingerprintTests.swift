import Secure
import Testing

@Suite("Fingerprints")
struct DTLSFingerprintTests {
    @Test("a fingerprint reads back from its text, in either case")
    func text() throws {
        let fingerprint = try Certificate.selfSigned().fingerprint
        #expect(fingerprint.description.hasPrefix("sha-256 "))
        #expect(fingerprint.bytes.count == 32)
        #expect(Fingerprint(fingerprint.description) == fingerprint)
        #expect(Fingerprint(fingerprint.description.lowercased()) == fingerprint)
    }

    @Test("what is not a fingerprint is refused")
    func malformed() throws {
        let good = try Certificate.selfSigned().fingerprint.description
        for length in 0..<good.count {
            #expect(Fingerprint(String(good.prefix(length))) == nil)
        }
        #expect(Fingerprint(good + ":00") == nil)
        #expect(Fingerprint("md5 " + Array(repeating: "AA", count: 16).joined(separator: ":")) == nil)
        #expect(Fingerprint("sha-256 " + Array(repeating: "+1", count: 32).joined(separator: ":")) == nil)
        #expect(Fingerprint("sha-256 " + Array(repeating: "-0", count: 32).joined(separator: ":")) == nil)
    }

    @Test("no two certificates are alike")
    func different() throws {
        #expect(try Certificate.selfSigned().fingerprint != Certificate.selfSigned().fingerprint)
    }

    @Test("a client that meets another certificate says so and gives no keys")
    func wrongServer() throws {
        let pair = try DTLSPair(serverFingerprint: Certificate.selfSigned().fingerprint)
        pair.shakeHands()
        #expect(pair.clientOutcome.error == .fingerprintMismatch)
        #expect(pair.clientOutcome.material == nil && pair.serverOutcome.material == nil)
        guard case .alert = pair.serverOutcome.error else {
            Issue.record("the server was told by \(String(describing: pair.serverOutcome.error))")
            return
        }
    }

    @Test("a server that meets another certificate says so and gives no keys")
    func wrongClient() throws {
        let pair = try DTLSPair(clientFingerprint: Certificate.selfSigned().fingerprint)
        pair.shakeHands()
        #expect(pair.serverOutcome.error == .fingerprintMismatch)
        #expect(pair.clientOutcome.material == nil && pair.serverOutcome.material == nil)
        #expect(pair.clientOutcome.isClosed)
    }
}
