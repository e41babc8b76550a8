import Document

extension ClientFrame {
    /// Nesting of a frame, in levels.
    private static let depth = 32
    /// Characters of an id, a session or a cursor.
    private static let nameLimit = 128
    private static let tokenLimit = 8_192
    private static let messageLimit = 2_000
    private static let typesLimit = 64

    /// Reads one text frame.
    package static func parse(_ text: String) throws(ClientFrameError) -> ClientFrame {
        guard isShallow(text), let frame = try? JSON(parsing: text), case .object = frame else { throw .notAnObject }
        let type = frame["type"]?.string ?? ""
        let members = Members(frame, type)
        switch type {
        case "ping": return .ping
        case "pong": return .pong
        case "auth": return .auth(token: try members.text("token", limit: tokenLimit))
        case "resume": return .resume(session: try members.session(), after: try members.cursor(isRequired: true) ?? "")
        case "subscribe":
            let after = try members.cursor(isRequired: false)
            return .subscribe(session: try members.session(), after: after, types: try members.types())
        case "unsubscribe": return .unsubscribe(session: try members.session())
        case "command":
            guard let body = frame["command"], case .object = body else { throw .member("command", of: type) }
            return .command(id: try members.text("id"), session: try members.session(), body)
        case "chat":
            let message = try members.text("message", limit: messageLimit)
            return .chat(id: try members.text("id"), session: try members.session(), message: message)
        case "ack":
            guard let sequence = frame["seq"]?.int, sequence >= 0 else { throw .member("seq", of: type) }
            return .ack(sequence)
        default: return .unknown(type)
        }
    }

    /// Whether brackets nest at most `depth` deep; brackets in strings do not count.
    private static func isShallow(_ text: String) -> Bool {
        var level = 0
        var isQuoted = false
        var isEscaped = false
        for byte in text.utf8 {
            if isQuoted {
                if isEscaped {
                    isEscaped = false
                } else if byte == 0x5c {
                    isEscaped = true
                } else if byte == 0x22 {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case 0x22: isQuoted = true
            case 0x5b, 0x7b: level += 1
            case 0x5d, 0x7d: level -= 1
            default: break
            }
            if level > depth { return false }
        }
        return true
    }

    /// The members of a frame, checked.
    private struct Members {
        private let frame: JSON
        private let type: String

        init(_ frame: JSON, _ type: String) {
            self.frame = frame
            self.type = type
        }

        func text(_ name: String, limit: Int = ClientFrame.nameLimit) throws(ClientFrameError) -> String {
            guard let text = frame[name]?.string, !text.isEmpty, text.utf8.count <= limit * 4, text.count <= limit
            else { throw .member(name, of: type) }
            return text
        }

        func session() throws(ClientFrameError) -> String? {
            guard let value = frame["session_id"], !value.isNull else { return nil }
            return try text("session_id")
        }

        /// `after_seq`: a number, or an event's id or an opaque cursor.
        func cursor(isRequired: Bool) throws(ClientFrameError) -> String? {
            guard let value = frame["after_seq"], !value.isNull else {
                guard !isRequired else { throw .member("after_seq", of: type) }
                return nil
            }
            if let number = value.int {
                guard number >= 0 else { throw .member("after_seq", of: type) }
                return String(number)
            }
            return try text("after_seq")
        }

        func types() throws(ClientFrameError) -> Set<String>? {
            guard let value = frame["types"], !value.isNull else { return nil }
            guard case .array(let values) = value, values.count <= ClientFrame.typesLimit,
                values.allSatisfy({ $0.string.map { $0.utf8.count <= ClientFrame.nameLimit } ?? false })
            else { throw .member("types", of: type) }
            return Set(values.compactMap(\.string))
        }
    }
}
