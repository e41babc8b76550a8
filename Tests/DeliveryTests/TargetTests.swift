import Testing

@testable import Delivery

@Suite("Targets of webhooks")
struct TargetTests {
    @Test(
        "addresses that are not everybody's are known",
        arguments: [
            "0.0.0.0", "10.1.2.3", "127.0.0.1", "100.64.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255",
            "192.168.1.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "255.255.255.255",
            "::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
            "2002:7f00:1::", "2001:db8::1", "2001::1",
        ])
    func notPublic(_ text: String) throws {
        #expect(try !#require(NetworkAddress(text)).isPublic)
    }

    @Test("addresses of the internet are", arguments: ["8.8.8.8", "172.32.0.1", "2606:4700::1", "::ffff:8.8.8.8"])
    func everybodys(_ text: String) throws {
        #expect(try #require(NetworkAddress(text)).isPublic)
    }

    @Test(
        "what is no address of an endpoint is refused",
        arguments: [
            "", "ftp://example.com", "https://", "https://user:word@example.com/", "https://example.com:0/",
            "https://example.com:99999/", "https://exa mple.com/", "https://example.com/#part", "https://[::1",
            "https:\\\\example.com", "http://example.com/",
        ])
    func refused(_ url: String) {
        #expect(throws: TargetPolicy.Refusal.self) { try TargetPolicy().target(url) }
    }

    @Test("every truncation of an address is read or refused, never trapped on")
    func truncations() {
        let url = "https://[2606:4700::1]:8443/hook?a=b"
        for length in 0...url.count { _ = try? TargetPolicy().target(String(url.prefix(length))) }
    }

    @Test("a private host is permitted only by name")
    func allowed() throws {
        let policy = TargetPolicy(allowed: ["Hooks.Internal:8080", "10.0.0.1"])
        let named = try policy.target("http://hooks.internal:8080/x")
        #expect(policy.permits("10.9.9.9", for: named))
        #expect(throws: TargetPolicy.Refusal.notSecure) { try policy.target("http://hooks.internal:8081/x") }
        let other = try policy.target("https://example.com/")
        #expect(!policy.permits("10.0.0.1", for: other))
        #expect(policy.permits("8.8.8.8", for: other))
        #expect(!policy.permits("no address", for: other))
    }
}
