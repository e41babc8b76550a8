import Secure
import Testing
import Timing

@Suite("The DTLS handshake")
struct DTLSHandshakeTests {
    @Test("both ends finish with the same keys, whichever profile they share", arguments: SRTPProfile.allCases)
    func everyProfile(profile: SRTPProfile) throws {
        let pair = try DTLSPair(clientProfiles: [profile])
        pair.shakeHands()
        let material = try #require(pair.clientOutcome.material)
        #expect(material == pair.serverOutcome.material)
        #expect(material.profile == profile)
        #expect(material.clientKey.count == profile.keyLength && material.serverSalt.count == profile.saltLength)
        #expect(material.clientKey != material.serverKey)
    }

    @Test("the server's order of profiles decides")
    func order() throws {
        let pair = try DTLSPair(
            clientProfiles: [.aes128CMSHA1_80, .aeadAES256GCM, .aeadAES128GCM],
            serverProfiles: [.aeadAES128GCM, .aes128CMSHA1_80])
        pair.shakeHands()
        #expect(pair.clientOutcome.material?.profile == .aeadAES128GCM)
    }

    @Test("ends without a common profile do not connect")
    func noCommonProfile() throws {
        let pair = try DTLSPair(clientProfiles: [.aeadAES128GCM], serverProfiles: [.aeadAES256GCM])
        pair.shakeHands()
        #expect(pair.clientOutcome.material == nil && pair.serverOutcome.material == nil)
        #expect(pair.serverOutcome.error == .noCommonProfile || pair.clientOutcome.error == .noCommonProfile)
    }

    @Test("no datagram of a flight is larger than 1200 bytes")
    func mtu() throws {
        let pair = try DTLSPair()
        pair.shakeHands()
        let datagrams = pair.clientOutcome.datagrams + pair.serverOutcome.datagrams
        #expect(!datagrams.isEmpty)
        #expect(datagrams.allSatisfy { $0.count <= 1200 })
    }

    @Test("a lost datagram is sent again when its timer fires", arguments: 0...3)
    func loss(of number: Int) throws {
        let pair = try DTLSPair()
        pair.lost = [number]
        pair.shakeHands()
        #expect(pair.datagramsSent > number, "the datagram to lose was sent")
        #expect(pair.clientOutcome.material != nil)
        #expect(pair.clientOutcome.material == pair.serverOutcome.material)
    }

    @Test(
        "both ends survive the loss of several datagrams", arguments: [[0, 1], [1, 2], [2, 3], [3, 4], [1, 3, 5]])
    func losses(of numbers: [Int]) throws {
        let pair = try DTLSPair()
        pair.lost = Set(numbers)
        pair.shakeHands()
        #expect(pair.clientOutcome.material != nil)
        #expect(pair.clientOutcome.material == pair.serverOutcome.material)
    }

    @Test("a client answers a HelloVerifyRequest with the cookie it was given")
    func helloVerifyRequest() throws {
        let pair = try DTLSPair()
        pair.client.start(now: .monotonic())
        while pair.client.pollOutput() != nil {}
        let cookie = Array("cookie of twenty bytes".utf8.prefix(20))
        let body: [UInt8] = [0xFE, 0xFF, UInt8(cookie.count)] + cookie
        let length = UInt8(body.count)
        let message: [UInt8] = [3, 0, 0, length, 0, 0, 0, 0, 0, 0, 0, length] + body
        let record: [UInt8] = [22, 0xFE, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(message.count)] + message
        pair.client.handle(record, now: .monotonic())
        let output = pair.client.pollOutput()
        guard case .transmit(let hello) = output else {
            Issue.record("the client sent \(String(describing: output))")
            return
        }
        #expect(hello.indices.contains { hello[$0...].starts(with: cookie) })
    }

    @Test("one certificate serves many endpoints at once, on any thread")
    func sharedCertificate() async {
        let connected = await withTaskGroup { group in
            for _ in 0..<12 {
                group.addTask {
                    let pair = try? DTLSPair()
                    pair?.shakeHands()
                    return pair?.serverOutcome.material != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(connected == 12)
    }
}
