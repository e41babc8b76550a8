import Testing
import Transport

@Suite("Server addresses")
struct ServerURLTests {
    @Test(
        "every scheme a LiveKit address may have is read",
        arguments: [
            ("ws://localhost:7880", false, "localhost", 7880, "", "localhost:7880"),
            ("wss://demo.example", true, "demo.example", 443, "", "demo.example"),
            ("http://10.0.0.1/", false, "10.0.0.1", 80, "", "10.0.0.1"),
            ("https://example.org:8443/a/b/", true, "example.org", 8443, "/a/b", "example.org:8443"),
            ("WS://[::1]:7880", false, "::1", 7880, "", "[::1]:7880"),
            ("wss://[fd00::2]", true, "fd00::2", 443, "", "[fd00::2]"),
        ])
    func read(_ text: String, _ secure: Bool, _ host: String, _ port: Int, _ path: String, _ authority: String) throws {
        let url = try #require(ServerURL(text))
        #expect(url.isSecure == secure)
        #expect(url.host == host)
        #expect(url.port == port)
        #expect(url.basePath == path)
        #expect(url.authority == authority)
    }

    @Test(
        "what is no address of a server is refused",
        arguments: [
            "", "localhost:7880", "ftp://host", "ws://", "ws://:80", "ws://host:0", "ws://host:99999", "ws://host:x",
            "ws://user@host", "ws://host?a=b", "ws://host#x", "ws://ho st", "ws://host\r\nX: y", "ws://[::1",
            "ws://a:b:c",
            "ws://[host]", "ws://höst",
        ])
    func refused(_ text: String) {
        #expect(ServerURL(text) == nil)
    }

    @Test("a query is percent-encoded, base64 padding too")
    func target() throws {
        let url = try #require(ServerURL("ws://host/base/"))
        let target = url.target("/rtc/v1", query: [("join_request", "CAE_-w=="), ("n", "a b&c")])
        #expect(target == "/base/rtc/v1?join_request=CAE_-w%3D%3D&n=a%20b%26c")
        #expect(url.target("/agent") == "/base/agent")
    }

    @Test("the description is an address of the HTTP API")
    func description() throws {
        #expect(try #require(ServerURL("wss://host:443/x")).description == "https://host/x")
    }
}
