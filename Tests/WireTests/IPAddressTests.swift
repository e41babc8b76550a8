import Testing
import Wire

@Suite("Addresses as text") struct IPAddressTests {
    @Test(
        "an address is written as RFC 5952 asks",
        arguments: [
            ("127.0.0.1", "127.0.0.1"), ("::1", "::1"), ("fe80:0:0:0:1:0:0:2%eth0", "fe80::1:0:0:2"),
            ("2001:db8::ffff:1.2.3.4", "2001:db8::ffff:102:304"), ("::", "::"),
        ])
    func roundTrip(_ text: String, _ canonical: String) throws {
        #expect(try #require(IPAddress(text)).description == canonical)
    }

    @Test(
        "what is no address is refused",
        arguments: [
            "", "1.2.3", "1.2.3.256", "1.2.3.4.5", "::1::", ":::", "12345::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
            "host.local",
        ])
    func refused(_ text: String) {
        #expect(IPAddress(text) == nil)
    }
}
