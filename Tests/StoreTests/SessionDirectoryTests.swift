import Conversation
import Document
import Foundation
import Store
import Supervision
import Testing

@Suite("A directory of sessions, whoever keeps it") struct SessionDirectoryTests {
    private typealias Setup = ExchangeBackend
    private let now = Workshop.now
    private static let backends: [ExchangeBackend] = [.memory, .sqlite, .postgresql]

    private func record(
        _ id: String, _ start: TimeInterval = 0, _ ownership: Ownership = Ownership(), title: String? = nil
    ) -> SessionRecord {
        SessionRecord(
            SessionSummary(id: id, channel: .voice, room: "room", startedAt: now + start), ownership: ownership,
            title: title)
    }

    @Test("five viewers see theirs and nothing else", arguments: backends)
    func scopes(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let directory = exchanges[0].directory
            let owned: [(String, Ownership)] = [
                ("free", Ownership()), ("ann", Ownership(owner: "ann")), ("bob", Ownership(owner: "bob")),
                ("shared", Ownership(owner: "bob", guests: ["ann", "oz"])),
                ("foreign", Ownership(workspace: "ws_other")),
                ("hers", Ownership(workspace: "ws_other", owner: "ann", guests: ["ann", "oz"])),
            ]
            for (id, ownership) in owned { try await directory.enter(record(id, 0, ownership), now: now) }
            try await directory.share("bob", with: "oz", isShared: true)
            try await directory.share("free", with: "oz", isShared: true)
            try await directory.share("free", with: "oz", isShared: false)
            let seen: [(Scope.Viewer, Set<String>)] = [
                (.everybody, ["free", "ann", "bob", "shared"]), (.supervisor("ann"), ["free", "ann", "shared"]),
                (.supervisor("bob"), ["free", "bob", "shared"]), (.operator("oz"), ["shared", "bob"]),
                (.caller("ann"), ["ann"]),
            ]
            for (viewer, expected) in seen {
                let scope = Scope(viewer: viewer)
                let list = try await directory.records(SessionQuery(), in: scope).page
                #expect(Set(list.map(\.summary.id)) == expected, "\(viewer)")
                for (id, _) in owned {
                    let isShown = expected.contains(id)
                    #expect(try await (directory.record(of: id, in: scope) != nil) == isShown, "\(viewer) \(id)")
                    #expect(try await directory.amend(id, title: "t", tags: nil, in: scope) == isShown)
                }
            }
        }
    }

    @Test("pages do not repeat or leave out a session, whatever is entered meanwhile", arguments: backends)
    func pages(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let directory = exchanges[0].directory
            let scope = Scope(viewer: .everybody)
            for number in 0..<25 {
                // Some begin at the same time.
                try await directory.enter(record("s\(100 + number)", Double(number / 3)), now: now)
            }
            let all = try await directory.records(SessionQuery(limit: 200), in: scope).page.map(\.summary.id)
            #expect(all == (0..<25).reversed().map { "s\(100 + $0)" })
            var query = SessionQuery(limit: 4)
            var seen: [String] = []
            repeat {
                let (page, next) = try await directory.records(query, in: scope)
                seen += page.map(\.summary.id)
                query.cursor = next
                try await directory.enter(record("new\(seen.count)", 1_000), now: now)
            } while query.cursor != nil
            #expect(seen == all)
        }
    }

    @Test("a cursor that was changed, or made for others, is none of ours", arguments: backends)
    func cursors(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let directory = exchanges[0].directory
            let scope = Scope(viewer: .everybody)
            for number in 0..<3 { try await directory.enter(record("s\(number)", Double(number)), now: now) }
            var query = SessionQuery(limit: 1)
            let cursor = try #require(try await directory.records(query, in: scope).next)
            var bad = ["", "x", "é", cursor + "A", String(cursor.dropLast())]
            bad += cursor.indices.map {
                cursor[..<$0] + (cursor[$0] == "A" ? "B" : "A") + cursor[cursor.index(after: $0)...]
            }
            for text in bad where text != cursor {
                query.cursor = text
                await #expect(throws: StoreError.invalid("cursor"), "\(text)") {
                    try await directory.records(query, in: scope)
                }
            }
            query.cursor = cursor
            await #expect(throws: StoreError.invalid("cursor")) {
                try await directory.records(query, in: Scope(viewer: .supervisor("ann")))
            }
            query.isLive = true
            await #expect(throws: StoreError.invalid("cursor")) { try await directory.records(query, in: scope) }
        }
    }

    @Test("lists are of what was asked for", arguments: backends)
    func filters(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let directory = exchanges[0].directory
            let scope = Scope(viewer: .everybody)
            var ended = record("ended", 10, title: "100% Brake_Noise")
            ended.summary.endedAt = now + 60
            ended.summary.customerName = "Zoë Smith"
            try await directory.enter(ended, now: now)
            try await directory.enter(record("live", 20, Ownership(owner: "ann")), now: now)
            _ = try await directory.amend("live", title: nil, tags: ["Urgent", "brake"], in: scope)
            func found(_ change: (inout SessionQuery) -> Void) async throws -> [String] {
                var query = SessionQuery()
                change(&query)
                return try await directory.records(query, in: scope).page.map(\.summary.id)
            }
            #expect(try await found { $0.isLive = true } == ["live"])
            #expect(try await found { $0.isLive = false } == ["ended"])
            #expect(try await found { $0.owner = "ann" } == ["live"])
            #expect(try await found { $0.from = now + 20 } == ["live"])
            #expect(try await found { $0.to = now + 20 } == ["ended"])
            for (text, ids) in [
                ("BRAKE", ["live", "ended"]), ("zoë smith", ["ended"]), ("urgent", ["live"]), ("100%", ["ended"]),
                ("%", ["ended"]), ("brake_", ["ended"]), ("brake\\", []), ("' OR 1=1 --", []),
                ("  ", ["live", "ended"]),
            ] {
                #expect(try await found { $0.text = text } == ids, "\(text)")
            }
        }
    }

    @Test("the log brings a session's entry up to date, and its questions", arguments: backends)
    func projections(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let (exchange, scope) = (exchanges[0], Scope(viewer: .supervisor("ann")))
            var entered = record("a", 0, Ownership(owner: "ann"), title: "Title")
            try await exchange.directory.enter(entered, now: now)
            func log(_ kind: SessionEvent.Kind) async { await exchange.log.append(SessionEvent("a", kind), at: now) }
            await log(.lifecycle(entered.summary))
            await log(.extra(type: "mode", fields: ["mode": "held"]))
            await log(
                .extra(
                    type: "approval",
                    fields: [
                        "approval_id": "a:1", "status": "pending", "tool": "book", "arguments": ["day": "monday"],
                        "prompt": "Book?", "approver": "ann", "deadline": "2026-05-04T10:00:45.000Z",
                    ]))
            await exchange.upkeep.flush()
            let open = try await exchange.directory.approvals(.pending, of: nil, in: scope)
            #expect(open.map(\.tool) == ["book"])
            #expect(open.first?.arguments == ["day": "monday"])
            #expect(open.first?.deadline == now + 45)
            #expect(open.first?.approver == "ann")
            #expect(try await exchange.directory.approvals(nil, of: "a", in: Scope(viewer: .operator("oz"))).isEmpty)
            for status in ["approved", "rejected"] {
                await log(
                    .extra(
                        type: "approval",
                        fields: ["approval_id": "a:1", "status": .string(status), "decided_by": "ann"]))
            }
            entered.summary.endedAt = now + 30
            entered.summary.endReason = "goodbye"
            entered.summary.turnCount = 7
            await log(.lifecycle(entered.summary))
            await exchange.upkeep.flush()
            #expect(try await exchange.directory.approvals(.pending, of: nil, in: scope).isEmpty)
            #expect(try await exchange.directory.approvals(nil, of: "a", in: scope).map(\.status) == [.approved])
            let found = try #require(try await exchange.directory.record(of: "a", in: scope))
            #expect(found.mode == "held")
            #expect(found.title == "Title")
            #expect(found.ownership.owner == "ann")
            #expect(found.summary == entered.summary)
            #expect(found.lastSequence == 6)
        }
    }

    @Test("who owns a session is decided by who enters it first, not by its log", arguments: backends)
    func ownership(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let exchange = exchanges[0]
            await exchange.log.append(SessionEvent("a", .lifecycle(record("a").summary)), at: now)
            await exchange.upkeep.flush()
            try await exchange.directory.enter(record("a", 0, Ownership(owner: "ann")), now: now)
            try await exchange.directory.enter(record("a", 0, Ownership(owner: "bob")), now: now)
            let bob = Scope(viewer: .supervisor("bob"))
            #expect(try await exchange.directory.record(of: "a", in: bob) == nil)
        }
    }
}
