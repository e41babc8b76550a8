import ControlAPI
import Testing

@Suite("Pages", .timeLimit(.minutes(1)))
struct PageTests {
    @Test(
        "every file has its type",
        arguments: [
            ("/", "text/html; charset=utf-8"), ("/supervisor", "text/html; charset=utf-8"),
            ("/assets/style.css", "text/css; charset=utf-8"), ("/assets/room.js", "text/javascript; charset=utf-8"),
            ("/assets/mark.svg", "image/svg+xml"),
        ])
    func types(path: String, type: String) async throws {
        try await RunningServer.with { server in
            let answer = try await server.request("GET", path)
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == type)
            #expect(!answer.body.isEmpty)
        }
    }

    @Test("every page loads only files that exist, and holds no script of its own", arguments: ["/", "/supervisor"])
    func references(path: String) async throws {
        try await RunningServer.with { server in
            let page = try await server.request("GET", path).text
            #expect(!page.contains("<script>") && !page.contains("onclick=") && !page.contains("style=\""))
            let names = page.split(separator: "/assets/").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(names.count >= 3)
            for name in names {
                #expect(try await server.request("GET", "/assets/\(name)").status == 200, "\(name)")
            }
        }
    }

    @Test("callers are asked whether they may be recorded only where calls are recorded", arguments: [false, true])
    func consent(recordsCalls: Bool) async throws {
        var configuration = ControlConfiguration(port: 0)
        configuration.recordsCalls = recordsCalls
        try await RunningServer.with(configuration, outfit: { _ in }) { server in
            let page = try await server.request("GET", "/").text
            #expect(page.contains(#" id="consent" hidden>"#) != recordsCalls)
            #expect(page.contains(#" id="consent">"#) == recordsCalls)
            #expect(page.contains(#"<input type="checkbox" id="may-record">"#), "never ticked")
        }
    }

    @Test("scripts and sockets come from here, and sound from the one LiveKit server")
    func policy() async throws {
        let access = VoiceAccess(url: "wss://voice.example:443/x", apiKey: "key", apiSecret: "secret")
        try await RunningServer.with(voice: access) { server in
            let answer = try await server.request("GET", "/")
            let policy = try #require(answer.headers["content-security-policy"])
            #expect(policy.contains("default-src 'none'; script-src 'self'"))
            #expect(policy.contains("connect-src 'self' wss://voice.example:443 https://voice.example:443;"))
            #expect(answer.headers["cache-control"] == "no-store")
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            #expect(answer.headers["access-control-allow-origin"] == nil)
        }
    }

    @Test(
        "no path leads out of the pages",
        arguments: ["/assets/../ControlAPI.swift", "/assets/%2e%2e%2fetc%2fpasswd", "/assets/.."])
    func traversal(path: String) async throws {
        try await RunningServer.with { server in
            let answer = try await server.request("GET", path)
            #expect(answer.status == 404)
        }
    }

    @Test("a folder without pages is an error with a sentence")
    func missing() async throws {
        await #expect(throws: ControlError.pagesMissing(looked: ["/nonexistent"])) {
            try await RunningServer.with(adjust: { $0.pages = "/nonexistent" }) { _ in }
        }
    }
}
