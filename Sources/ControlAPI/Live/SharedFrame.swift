import Document
import Feeds
import NIOCore
import Store
import Synchronization

/// An event, written for each sort of client once, however many read it.
final class SharedFrame: Sendable {
    /// How it is written.
    enum Form: Int, CaseIterable {
        /// As the log has it.
        case plain
        /// With its session, for a feed of several.
        case named
        /// With the envelope.
        case extended
        /// With the envelope and the place in the workspace's feed.
        case workspace
        /// The last two as server-sent events (HTML Living Standard §9.2).
        case event
        case workspaceEvent
    }

    let event: LoggedEvent
    /// Which frames it replaces while it waits. None when it was read from the log: nothing is read before there is room.
    let kind: Conflation?
    /// Its place among everything this process saw, as a cursor; `nil` for what was read from the log.
    let place: WorkspaceCursor?
    private let written = Mutex([ByteBuffer?](repeating: nil, count: Form.allCases.count))

    init(_ event: LoggedEvent, at place: WorkspaceCursor? = nil) {
        self.event = event
        self.place = place
        kind = place == nil ? nil : Conflation(event.type, session: event.sessionID, frame: event.frame)
    }

    /// Whether the session ends with this event.
    var isEnd: Bool { event.type == "lifecycle" && event.frame["session"]?["status"] == "ended" }

    func bytes(_ form: Form) -> ByteBuffer {
        written.withLock { written in
            if let bytes = written[form.rawValue] { return bytes }
            let bytes = ByteBuffer(string: text(form))
            written[form.rawValue] = bytes
            return bytes
        }
    }

    private func text(_ form: Form) -> String {
        switch form {
        case .plain: event.text
        case .named: FeedEnvelope.named(event.text, event.sessionID)
        case .extended: envelope(nil).around(event.text)
        case .workspace: envelope(place?.text).around(event.text)
        case .event: ServerEvent(text(.extended), type: event.type, id: String(event.sequence)).text
        case .workspaceEvent: ServerEvent(text(.workspace), type: event.type, id: place?.text).text
        }
    }

    private func envelope(_ cursor: String?) -> FeedEnvelope {
        FeedEnvelope(session: event.sessionID, sequence: event.sequence, at: event.at, cursor: cursor)
    }
}
