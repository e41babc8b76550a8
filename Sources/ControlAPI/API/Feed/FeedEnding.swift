/// Why a feed is closed, with the code of RFC 6455 §7.4 (4000–4999: ours).
enum FeedEnding: Hashable, Sendable {
    /// The client said goodbye, or its connection is gone.
    case left
    /// The server is shutting down.
    case shutdown
    /// The client did not read what was sent to it.
    case tooSlow
    /// The client has said nothing for long, not even answered a ping.
    case silent
    /// A frame that is no JSON object.
    case badFrame
    /// A frame that is no text.
    case notText
    /// A message in more or longer pieces than a feed takes.
    case tooLarge
    case noSession

    /// The code of the close frame and a sentence of at most 123 bytes.
    var close: (code: UInt16, reason: String) {
        switch self {
        case .left: (1000, "")
        case .shutdown: (1001, "The server is shutting down.")
        case .tooSlow: (1013, "Frames were not read in time; connect again.")
        case .silent: (1001, "Nothing was heard from this client for too long.")
        case .badFrame: (4400, "A frame must be a JSON object.")
        case .notText: (1003, "Only text frames are understood.")
        case .tooLarge: (1009, "A message may hold at most 64 KiB.")
        case .noSession: (4404, "There is no such session.")
        }
    }
}
