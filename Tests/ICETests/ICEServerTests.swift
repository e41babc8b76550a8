import ICE
import Simulation
import Testing
import Wire

@Suite("Servers by their URLs") struct ICEServerTests {
    private static let turn = ICEServer.Kind.turn(username: "me", credential: "secret")

    @Test(
        "as RFC 7064 and RFC 7065 write them",
        arguments: [
            ("stun:stun.example.org", ICEServer(.stun, host: "stun.example.org", port: 3478)),
            ("STUN:192.0.2.1:19302", ICEServer(.stun, host: "192.0.2.1", port: 19_302)),
            ("stun:[2001:db8::1]:5", ICEServer(.stun, host: "2001:db8::1", port: 5)),
            ("turn:example.org", ICEServer(turn, host: "example.org", port: 3478)),
            ("turn:example.org:443?transport=udp", ICEServer(turn, host: "example.org", port: 443)),
            (
                "turn:example.org?transport=tcp",
                ICEServer(turn, transport: .turnTCP, host: "example.org", port: 3478)
            ),
            (
                "turns:example.org",
                ICEServer(turn, transport: .turnTLS(host: "example.org"), host: "example.org", port: 5349)
            ),
            (
                "turns:example.org:443?transport=tcp",
                ICEServer(turn, transport: .turnTLS(host: "example.org"), host: "example.org", port: 443)
            ),
            ("turn:[::1]", ICEServer(turn, host: "::1", port: 3478)),
        ])
    func read(_ url: String, _ server: ICEServer) {
        #expect(ICEServer(url: url, username: "me", credential: "secret") == server)
    }

    @Test(
        "what cannot be used is refused",
        arguments: [
            "", "stun", "stun:", "turn:", "http://example.org", "stuns:example.org", "turn:example.org:0",
            "turn:example.org:65536", "turn:example.org:", "turn:exa mple.org", "turn:[::1", "turn:[example]:1",
            "turn:example.org?transport=sctp", "turns:example.org?transport=udp", "stun:example.org?transport=udp",
            "turn:a:b:c", "turn:example.org?", "turn:host/path", "turn://host", "turn:[10.0.0.1]",
        ])
    func refused(_ url: String) {
        #expect(ICEServer(url: url, username: "me", credential: "secret") == nil)
    }

    @Test("a TURN server needs a name")
    func nameless() {
        #expect(ICEServer(url: "turn:example.org", username: "", credential: "") == nil)
        #expect(ICEServer(url: "stun:example.org", username: "", credential: "") != nil)
    }

    @Test("random text never traps", arguments: 0..<20 as Range<UInt64>)
    func noise(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for prefix in ["", "turn:", "stun:[", "turns:a:"] {
            let text = String(decoding: random.bytes(Int(random.next() % 40)), as: UTF8.self)
            _ = ICEServer(url: prefix + text, username: text, credential: text)
        }
    }

    @Test("the credential is never shown")
    func secrecy() throws {
        let server = try #require(ICEServer(url: "turn:example.org", username: "me", credential: "hush-hush"))
        var dumped = ""
        dump(server, to: &dumped)
        dump(server.kind, to: &dumped)
        let texts = [
            "\(server)", "\(server.kind)", String(reflecting: server), String(reflecting: server.kind), dumped,
        ]
        #expect(texts.allSatisfy { !$0.contains("hush") })
    }
}
