import Testing
import Transport

@Suite("Server addresses")
struct ServerURLTests {
    @Test(
        "every scheme a LiveKit address may have is read",
        arguments: [
            ReadAddress("ws://localhost:7880", host: "localhost", port: 7880, authority: "localhost:7880"),
            ReadAddress(
                "wss://demo.example", isSecure: true, host: "demo.example", port: 443, authority: "demo.example"),
            ReadAddress("http://10.0.0.1/", host: "10.0.0.1", port: 80, authority: "10.0.0.1"),
            ReadAddress(
                "https://example.org:8443/a/b/", isSecure: true, host: "example.org", port: 8443, basePath: "/a/b",
                authority: "example.org:8443"),
            ReadAddress("WS://[::1]:7880", host: "::1", port: 7880, authority: "[::1]:7880"),
            ReadAddress("wss://[fd00::2]", isSecure: true, host: "fd00::2", port: 443, authority: "[fd00::2]"),
        ])
    func read(_ expected: ReadAddress) throws {
        let url = try #require(ServerURL(expected.text))
        #expect(url.isSecure == expected.isSecure)
        #expect(url.host == expected.host)
        #expect(url.port == expected.port)
        #expect(url.basePath == expected.basePath)
        #expect(url.authority == expected.authority)
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
