/// Why a feed is closed, with the code of RFC 6455 §7.4 (4000–4999: ours, control API §11.4).
package enum FeedEnding: Hashable, Sendable, CaseIterable {
    /// The client said goodbye, or its connection is gone.
    case left
    /// The session is over and its last event was sent.
    case ended
    /// The server is shutting down; for a client of document 004.
    case shutdown
    /// The same for a client of the extended profile, which was told when to come back.
    case restart
    /// The client has said nothing for long, not even answered a ping.
    case silent
    /// A frame that is no text.
    case notText
    /// A message in more or longer pieces than a feed takes.
    case tooLarge
    /// A frame that is no JSON object, or lacks what its type needs.
    case badFrame
    /// A cursor of another session, or none at all.
    case badCursor
    /// Nobody proved who is there, or the proof ran out.
    case unauthenticated
    /// What was shown may be seen no longer.
    case revoked
    /// There is no such session, as far as this client may know.
    case noSession
    /// The client did not read what was sent to it.
    case tooSlow
    /// The caller opened another feed.
    case duplicate
    /// More feeds at once than this principal may have.
    case tooMany

    /// The code of the close frame and a sentence of at most 123 bytes.
    package var close: (code: UInt16, reason: String) {
        switch self {
        case .left: (1000, "")
        case .ended: (1000, "The session is over.")
        case .shutdown: (1001, "The server is shutting down.")
        case .restart: (1012, "The server is restarting; connect again.")
        case .silent: (1001, "Nothing was heard from this client for too long.")
        case .notText: (1003, "Only text frames are understood.")
        case .tooLarge: (1009, "A message may hold at most 64 KiB.")
        case .badFrame: (4400, "A frame must be a JSON object.")
        case .badCursor: (4400, "This cursor belongs to no event of this session.")
        case .unauthenticated: (4401, "Sign in, and connect again.")
        case .revoked: (4403, "This may not be seen any longer.")
        case .noSession: (4404, "There is no such session.")
        case .tooSlow: (4408, "Frames were not read in time; connect again.")
        case .duplicate: (4409, "The caller has connected again.")
        case .tooMany: (4429, "Too many feeds at once.")
        }
    }

    /// Whether frames that wait are still sent before the close frame.
    package var isOrderly: Bool {
        switch self {
        case .ended, .shutdown, .restart: true
        default: false
        }
    }
}
