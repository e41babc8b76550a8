import Access
import Conversation
import Document
import Foundation
import Store
import Supervision
import Testing

@Suite("Records", .timeLimit(.minutes(1)))
struct RecordRouteTests {
    @Test("every form in which a transcript may be had is described")
    func forms() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            let document = try await server.request("GET", "/openapi.json").json
            let path = document["paths"]?["/api/sessions/{session_id}/transcript"]
            let content = path?["get"]?["responses"]?["200"]?["content"]
            for form in ["json", "vtt", "txt"] {
                let answer = try await server.request("GET", "/api/sessions/sess_a/transcript?format=\(form)")
                #expect(content?[answer.headers["content-type"] ?? ""] != nil, "\(form)")
            }
        }
    }

    @Test("the log comes in pages that join without a gap")
    func events() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            for number in 1...7 {
                await server.append(.extra(type: "level", fields: ["n": .int(number)]), to: "sess_a")
            }
            var numbers: [Int] = []
            var after: Int? = 0
            while let place = after {
                let page = try await server.request("GET", "/api/sessions/sess_a/events?after=\(place)&limit=3")
                #expect(page.status == 200)
                numbers += page.json["events"]?.elements.compactMap { $0["seq"]?.int } ?? []
                after = page.json["next_after"]?.int
            }
            #expect(numbers == Array(1...8))
            let some = try await server.request("GET", "/api/sessions/sess_a/events?types=lifecycle").json
            #expect(some["events"]?.elements.count == 1)
        }
    }

    @Test("a cursor beyond the log is a 410 that says where it begins")
    func cursor() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            let answer = try await server.request("GET", "/api/sessions/sess_a/events?after=99")
            #expect(answer.status == 410)
            #expect(answer.json["code"] == "cursor-expired")
            #expect(answer.json["oldest_seq"] == 1)
        }
    }

    @Test("a transcript is what was heard, as JSON, WebVTT and text")
    func transcript() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            await server.append(.transcript(role: .user, content: "My <brakes> squeak", agent: .router), to: "sess_a")
            await server.append(
                .transcript(role: .assistant, content: "I can help with that today", agent: .booking), to: "sess_a")
            await server.append(
                .extra(
                    type: "turn",
                    fields: ["phase": "cut_off", "heard": "I can help", "planned": "I can help with that today"]),
                to: "sess_a")
            let path = "/api/sessions/sess_a/transcript"
            let json = try await server.request("GET", path).json["utterances"]?.elements ?? []
            #expect(json.map { $0["text"]?.string } == ["My <brakes> squeak", "I can help"])
            #expect(json.last?["planned"] == "I can help with that today")
            let captions = try await server.request("GET", "\(path)?format=vtt")
            #expect(captions.headers["content-type"] == "text/vtt; charset=utf-8")
            #expect(captions.text.hasPrefix("WEBVTT\n\n00:00:00."))
            #expect(captions.text.contains("<v Caller>My &lt;brakes> squeak"))
            let text = try await server.request("GET", "\(path)?format=txt").text
            #expect(text.split(separator: "\n").count == 2)
        }
    }

    @Test("news can be acknowledged, once, and tells by whom")
    func news() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            let news: [String: JSON] = ["notification_id": "n1", "message": "A colleague is free", "priority": "high"]
            await server.append(.extra(type: "notification", fields: news), to: "sess_a")
            let path = "/api/sessions/sess_a/notifications"
            let done = try await server.post("\(path)/n1/ack", [:])
            #expect(done.json["acknowledged_by"] == "anonymous")
            #expect(try await server.request("GET", path).json["notifications"]?.elements == [done.json])
            #expect(try await server.post("\(path)/n2/ack", [:]).status == 404)
        }
    }

    @Test("a caller sees of the state what they told")
    func state() async throws {
        try await RunningServer.with(mode: .users) { server in
            try await server.session("sess_a")
            var state = ConversationState(sessionID: "sess_a", createdAt: Date())
            state.customer.name = "Ann"
            state.customer.phone = "5550100200"
            state.pendingTasks = []
            server.store.save(state, now: Date())
            let people = try await People(server.gatekeeper)
            let path = "/api/sessions/sess_a/state"
            let whole = try await server.request("GET", path, headers: people.bearer(.admin)).json
            #expect(whole["customer"]?["phone"] == "5550100200")
            let redacted = try await server.request(
                "GET", path, headers: People.caller(of: "sess_a", server.gatekeeper)
            ).json
            #expect(redacted["customer"] == ["name": "Ann"])
            #expect(redacted["pending_tasks"] == nil)
        }
    }

    @Test("what people write on a session stays with it and is found again")
    func amending() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a", endedBecause: "goodbye")
            let change = try await server.request(
                "PATCH", "/api/sessions/sess_a", #"{"title":"Brakes","tags":["vip"],"notes":"call back"}"#)
            #expect(change.status == 200)
            #expect(change.json["title"] == "Brakes")
            let found = try await server.request("GET", "/api/sessions?q=brakes&status=ended").json
            #expect(found["sessions"]?.elements.map { $0["session_id"]?.string } == ["sess_a"])
            let notes = try await server.request("GET", "/api/sessions/sess_a/events?types=note").json["events"]
            #expect(notes?.elements.first?["text"] == "call back")
        }
    }
}
