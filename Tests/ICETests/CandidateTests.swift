import ICE
import Testing
import Wire

@Suite("Candidates as text") struct CandidateTests {
    @Test(
        "a candidate line is written as it was read",
        arguments: [
            "candidate:2878742611 1 udp 2130706431 127.0.0.1 50100 typ host ufrag KDiZtaCRlJFohyMl",
            "candidate:375738803 2 tcp 1671430143 127.0.0.1 7991 typ host tcptype passive ufrag KDiZtaCRlJFohyMl",
            "candidate:2974488635 1 udp 2122194687 192.0.2.2 59480 typ host generation 0 network-id 1",
            "candidate:3932658255 1 udp 2130706431 fd00::2 50101 typ host generation 0",
            "candidate:1 1 udp 1677729535 203.0.113.9 61000 typ srflx raddr 10.0.0.7 rport 5000 generation 0 ufrag x",
            "candidate:9 1 udp 2 203.0.113.9 3478 typ relay raddr 0.0.0.0 rport 0",
            "candidate:a+/b 1 udp 1 ::1 9 typ prflx raddr :: rport 0",
        ])
    func roundTrip(_ line: String) throws {
        #expect(try #require(Candidate(line)).description == line)
        #expect(Candidate("a=" + line + "\r\n") == Candidate(line))
        #expect(Candidate(String(line.dropFirst("candidate:".count))) == Candidate(line))
    }

    @Test("the parts of a line")
    func parts() throws {
        let text =
            "candidate:1 1 UDP 1677729535 203.0.113.9 61000 typ srflx raddr 10.0.0.7 rport 5000 generation 0 ufrag x"
        let candidate = try #require(Candidate(text))
        #expect(candidate.type == .serverReflexive)
        #expect(candidate.transport == .udp)
        #expect(candidate.priority == 1_677_729_535)
        #expect(candidate.address.description == "203.0.113.9:61000")
        #expect(candidate.relatedAddress?.description == "10.0.0.7:5000")
        #expect(candidate.ufrag == "x")
        #expect(candidate.extensions == [CandidateExtension("generation", "0"), CandidateExtension("ufrag", "x")])
    }

    @Test(
        "what cannot be used is refused and does no harm",
        arguments: [
            "", "candidate:", "candidate:1 1 udp 1 9f3c1d.local 9 typ host", "candidate:1 1 udp 1 1.2.3.4 9 typ other",
            "candidate:1 1 udp 1 1.2.3.4 99999 typ host", "candidate:1 1 sctp 1 1.2.3.4 9 typ host",
            "candidate:1 1 udp 99999999999 1.2.3.4 9 typ host", "candidate:1 1 udp 1 1.2.3.4 9 host typ",
            "candidate:123456789012345678901234567890123 1 udp 1 1.2.3.4 9 typ host",
        ])
    func refused(_ line: String) {
        #expect(Candidate(line) == nil)
    }

    @Test("every truncation of a line is read or refused")
    func truncation() {
        let line = "candidate:1 1 udp 1677729535 203.0.113.9 61000 typ srflx raddr 10.0.0.7 rport 5000 tcptype so x y"
        for count in 0...line.count { _ = Candidate(String(line.prefix(count))) }
        #expect(Candidate(String(line.prefix(50))) == nil)
    }

    @Test("priorities follow RFC 8445, section 5.1.2.1")
    func priorities() {
        #expect(Candidate.priority(.host, localPreference: 65_535) == 2_130_706_431)
        #expect(Candidate.priority(.peerReflexive, localPreference: 65_535) == 1_862_270_975)
        #expect(Candidate.priority(.serverReflexive, localPreference: 65_535) == 1_694_498_815)
        #expect(Candidate.priority(.relayed, localPreference: 0) == 255)
    }

    @Test("UDP comes before TCP, and TCP before relays, the nearer relay first")
    func order() throws {
        let base = Candidate.host(TransportAddress(testing: "10.0.0.1 5000"))
        let active = Candidate.activeTCP(base.address.ip)
        let passive = Candidate.passiveTCP(TransportAddress(testing: "10.0.0.1 7881"))
        // RFC 6544, section 4.2: the direction in the upper three bits of the local preference.
        #expect(active.priority == 90 << 24 | (6 << 13 | 8191) << 8 | 255)
        #expect(passive.priority == 90 << 24 | (4 << 13 | 8191) << 8 | 255)
        #expect(active.description.contains(" tcp ") && active.description.hasSuffix(" 9 typ host tcptype active"))
        var duo = ICEDuo()
        duo.exchange()
        for url in ["turn:a", "turn:a?transport=tcp", "turns:a"] { duo.addServer(RealNetworks.turnServer(), url) }
        duo.run(for: .seconds(2))
        let relays = duo.left.gathered.map(\.priority)
        #expect(relays.count == 3)
        #expect(relays == relays.sorted(by: >))
        #expect(Set(relays.map { $0 >> 24 }) == [2, 1, 0])
        #expect(relays.allSatisfy { $0 < passive.priority })
        #expect(base.priority > active.priority)
    }

    @Test("candidates of one address share a foundation, others do not")
    func foundations() throws {
        let one = try #require(IPAddress("10.0.0.1"))
        let two = try #require(IPAddress("10.0.0.2"))
        let candidates = [(one, 1), (one, 2), (two, 1)].map {
            Candidate.host(TransportAddress(ip: $0.0, port: UInt16($0.1)))
        }
        #expect(candidates[0].foundation == candidates[1].foundation)
        #expect(candidates[0].foundation != candidates[2].foundation)
        #expect(candidates.allSatisfy { Candidate($0.description) == $0 })
    }

    @Test("random credentials have the lengths and letters of RFC 8839")
    func credentials() {
        var generator = SystemRandomNumberGenerator()
        let one = ICECredentials.random(using: &generator)
        let two = ICECredentials.random(using: &generator)
        #expect(one.ufrag.count >= 4 && one.pwd.count >= 22)
        #expect(one != two)
        #expect((one.ufrag + one.pwd).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+/".contains($0)) })
    }
}
