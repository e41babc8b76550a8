import Conversation
import Document
import Feeds
import Foundation
import Store
import Supervision
import Timing

extension FeedVisit {
    /// Says hello in a session's feed and subscribes to it.
    func open(_ session: String, _ pass: FeedPass) async -> FeedEnding? {
        guard await hub.sight.shows(session, to: pass.principal.scope) == true else { return .noSession }
        let isForCaller = pass.principal.role == .caller
        let filter = FeedFilter(isForCaller: isForCaller)
        let isBegun = await subscribe(session, after: opening.after, filter, isSole: true)
        guard isBegun else { return .badCursor }
        if let record = try? await record(session, pass.principal.scope), !record.summary.isLive {
            outbox.change { $0.pulse.over(now: .monotonic()) }
        }
        return nil
    }

    /// Says hello in the feed of a workspace and joins it.
    func open(_ pass: FeedPass) async -> FeedEnding? {
        await hub.followed()
        let here = hub.workspace.cursor
        let cursor = here.text
        outbox.change { $0.workspace = FeedFilter() }
        let (ordinal, isResumed) = hub.workspace.place(after: opening.after)
        // After hello, which comes first; and from the very place that it names.
        defer { hub.workspace.enter(outbox, pass.principal.scope, after: ordinal ?? here.ordinal) }
        guard opening.profile == .extended else {
            outbox.tell(.heartbeat)
            return nil
        }
        let start = isResumed ? opening.after ?? cursor : cursor
        var hello = hello(id: start, isResumed: isResumed && opening.after != nil, pass)
        hello.cursor = start
        outbox.change { state in
            state.push(.hello(hello), id: start, opening)
            if !isResumed { state.push(.resync(session: nil, reason: .expired, next: nil), opening) }
        }
        return nil
    }

    /// Subscribes to a session behind a cursor, or from now on; `false` for a cursor that is none of this session's.
    ///
    /// What the client gets first: `hello`, then `snapshot` when it begins here or cannot go on where it was. In the profile of
    /// document 004 one `state_update`, for who comes without a cursor.
    func subscribe(_ session: String, after text: String?, _ filter: FeedFilter, isSole: Bool) async -> Bool {
        let wanted = text.map { CursorText.sequence($0, in: session) }
        if let wanted, wanted == nil { return false }
        let extent = await services.log.extent(of: session)
        let last = extent?.last ?? 0
        let place = FeedPlace(wanted: wanted ?? nil, oldest: extent?.oldest, last: last)
        let greeting = await greeting(session, place, extent, isSole: isSole)
        let lease = await lease(session, last)
        outbox.change { state in
            for parcel in greeting { state.push(parcel, opening) }
            state.subscriptions[session] = FeedSubscription(after: place.start, filter, opening.profile)
            if let lease { state.learn(lease) }
        }
        // The feed is told of what is appended from here on, and reads what was appended before.
        hub.watch(session, outbox)
        let isHolder = outbox.change { state in
            state.read(session)
            return state.leases.contains(session)
        }
        // A holder who is back has lost nothing.
        if isHolder, let pass = outbox.pass { await services.intake.renewLease(of: session, by: pass.principal) }
        return true
    }

    /// What was lost of a session's log before a number cannot be sent: how the session stands is told instead.
    func begin(_ session: String, anewBefore oldest: Int) async {
        let snapshot = await snapshot(session, at: oldest - 1)
        outbox.change { state in
            if opening.profile == .extended {
                state.push(.resync(session: session, reason: .expired, next: oldest), opening)
                if let snapshot { state.push(snapshot, opening) }
            }
            state.subscriptions[session]?.cursor.skip(to: oldest - 1)
            state.subscriptions[session]?.written = oldest - 1
            state.read(session)
        }
    }

    private func greeting(
        _ session: String, _ place: FeedPlace, _ extent: LogExtent?, isSole: Bool
    ) async -> [Parcel] {
        guard opening.profile == .extended else { return isSole ? await firstWords(session, place) : [] }
        var hello = hello(id: "evt_\(session)_\(place.start)", isResumed: place.isResumed, outbox.pass)
        hello.session = session
        hello.oldest = extent?.oldest
        hello.last = extent?.last ?? 0
        // The id of a server-sent hello is the cursor of a client that is cut off right behind it.
        var parcels = [parcel(.hello(hello), id: String(place.start))]
        if let reason = place.resync {
            parcels.append(parcel(.resync(session: session, reason: reason, next: place.start + 1)))
        }
        if !place.isResumed, let snapshot = await snapshot(session, at: place.start) {
            parcels.append(parcel(snapshot))
        }
        return parcels
    }

    /// What a client of document 004 gets first: how the conversation stands, and a heartbeat when the feed stands.
    private func firstWords(_ session: String, _ place: FeedPlace) async -> [Parcel] {
        var parcels: [Parcel] = []
        if !place.isResumed, let state = try? await services.states.state(of: session, now: services.clock()) {
            let update = LoggedEvent(SessionEvent(session, .stateUpdate(state)), sequence: 0, at: services.clock())
            parcels.append(Parcel(.text(SharedFrame(update).bytes(.plain))))
        }
        return parcels + [parcel(.heartbeat)]
    }

    private func parcel(_ frame: ServerFrame, id: String? = nil) -> Parcel {
        Parcel(.text(FeedOutbox.bytes(frame, id: id, opening.carrier)))
    }

    private func hello(id: String, isResumed: Bool, _ pass: FeedPass?) -> ServerFrame.Hello {
        var capabilities = ["resume", "auth"]
        if opening.source == .workspace { capabilities += ["subscribe", "unsubscribe"] }
        capabilities += pass?.principal.role == .caller ? ["chat"] : ["command", "chat"]
        if opening.carrier == .events { capabilities = ["resume"] }
        return ServerFrame.Hello(
            id: id, isResumed: isResumed, at: services.clock(), capabilities: capabilities,
            heartbeat: outbox.timings.heartbeat)
    }

    /// The session and its state, at a number of its log; they may be newer.
    private func snapshot(_ session: String, at sequence: Int) async -> ServerFrame? {
        guard let pass = outbox.pass else { return nil }
        var members: [String: JSON] = [:]
        if let record = try? await record(session, pass.principal.scope) { members["session"] = Self.json(record) }
        if let state = try? await services.states.state(of: session, now: services.clock()) {
            members["state"] = pass.principal.role == .caller ? Self.update(state, session) : try? JSON(encoding: state)
        }
        return .snapshot(session: session, sequence: sequence, members: members)
    }

    /// What document 004 shows of a state, for callers.
    private static func update(_ state: ConversationState, _ session: String) -> JSON {
        SessionEvent(session, .stateUpdate(state)).frame()
    }

    private func record(_ session: String, _ scope: Scope) async throws -> SessionRecord? {
        if let record = try await services.exchange.directory.record(of: session, in: scope) { return record }
        return try await services.states.summary(of: session, now: services.clock()).map { SessionRecord($0) }
    }

    private static func json(_ record: SessionRecord) -> JSON {
        guard case .object(var members)? = try? JSON(encoding: record.summary) else { return .null }
        members["mode"] = .string(record.mode)
        members["title"] = record.title.map(JSON.string) ?? .null
        members["tags"] = .array(record.tags.map(JSON.string))
        members["owner"] = record.ownership.owner.map(JSON.string) ?? .null
        return .object(members)
    }

    /// Who has the say, if one of the last events tells.
    private func lease(_ session: String, _ last: Int) async -> LeaseNotice? {
        guard let role = outbox.pass?.principal.role, role == .supervisor || role == .admin else { return nil }
        let events = await services.log.events(of: session, after: max(0, last - FeedHub.page), limit: FeedHub.page)
        return events.last { $0.type == "lease" }.map(LeaseNotice.init)
    }
}
