import ControlAPI
import Access
import Document
import Testing

@Suite("Limits", .timeLimit(.minutes(1)))
struct LimitTests {
    @Test("every counted answer says what is left, and one too many is a 429 that says until when")
    func rates() async throws {
        try await RunningServer.with(outfit: { $0.rates = MemoryRateLimiter() }) { server in
            try await server.session("sess_a")
            let body: JSON = ["session_id": "sess_a", "message": "Hello"]
            let first = try await server.post("/api/chat", body)
            #expect(first.headers["ratelimit-policy"] == #""chat";q=30;w=60"#)
            #expect(first.headers["ratelimit"]?.hasPrefix(#""chat";r=29"#) == true)
            // The bucket fills again, slowly, while it is emptied.
            var last = first
            for _ in 0..<200 where last.status == 200 { last = try await server.post("/api/chat", body) }
            #expect(last.status == 429)
            #expect(last.json["code"] == "rate-limited")
            #expect(last.headers["retry-after"].flatMap { Int($0) } ?? 0 > 0)
            // Another session has another bucket.
            try await server.session("sess_b")
            let other: JSON = ["session_id": "sess_b", "message": "Hello"]
            #expect(try await server.post("/api/chat", other).status == 200)
        }
    }

    @Test("an address may begin so many live sessions and no more")
    func quota() async throws {
        try await RunningServer.with(adjust: { $0.sessionQuota = 2 }) { server in
            for _ in 0..<2 { #expect(try await server.post("/api/sessions", [:]).status == 201) }
            let refused = try await server.post("/api/sessions", [:])
            #expect(refused.status == 429)
            #expect(refused.json["code"] == "quota")
            #expect(refused.json["limit"] == 2)
        }
    }

    @Test(
        "a body that lies deeper than 32 levels is refused before anything is made of it", arguments: [32, 33, 50_000])
    func depth(levels: Int) async throws {
        try await RunningServer.with { server in
            let lists = String(repeating: "[", count: levels - 2) + String(repeating: "]", count: levels - 2)
            let answer = try await server.request("POST", "/api/sessions", #"{"metadata":{"a":\#(lists)}}"#)
            #expect(answer.status == (levels == 32 ? 201 : 400))
        }
    }

    @Test(
        "query parameters are checked by their schemas",
        arguments: [
            ("/api/sessions?limit=0", "/limit"), ("/api/sessions?limit=ten", "/limit"),
            ("/api/sessions?status=asleep", "/status"), ("/api/sessions?from=yesterday", "/from"),
            ("/api/sessions/sess_a/events?after=-1", "/after"),
        ])
    func query(path: String, pointer: String) async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            let answer = try await server.request("GET", path)
            #expect(answer.status == 400)
            #expect(answer.json["errors"]?.elements.first?["pointer"]?.string == pointer)
        }
    }
}
