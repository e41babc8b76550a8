import Conversation
import Document
import Foundation
import Store

/// What a feed sends: one session's log from its beginning, or everything from now on.
enum FeedSource: Hashable, Sendable {
    case session(String)
    case all

    /// The source a path names; `nil` for a path that is no feed.
    init?(path: String) {
        let bare = path.prefix { $0 != "?" }
        let parts = bare.split(separator: "/", omittingEmptySubsequences: true)
        guard parts.first == "ws", parts.count <= 2 else { return nil }
        self = parts.count == 1 ? .all : .session(String(parts[1]))
    }

    /// The events to send; `nil` when the session is not known. The stream ends when its reader is too slow.
    func events(in sessions: Sessions) async throws -> AsyncStream<LoggedEvent>? {
        switch self {
        case .all: return await sessions.log.subscribeToAll()
        case .session(let id):
            let known = try await sessions.store.summary(of: id, now: Date()) != nil
            let logged = known ? true : await !sessions.log.events(of: id, after: 0).isEmpty
            return logged ? await sessions.log.subscribe(to: id, from: 1) : nil
        }
    }

    /// The frame for an event, or `nil` when this feed does not carry it.
    ///
    /// One session's feed keeps to document 004, key for key. The feed of all sessions carries every event, and every
    /// frame names its session.
    func frame(for event: LoggedEvent) -> String? {
        switch self {
        case .session: event.isDocumented ? event.text : nil
        case .all:
            event.frame["session_id"] == nil
                ? #"{"session_id":"\#(event.sessionID)","# + event.text.dropFirst() : event.text
        }
    }
}
