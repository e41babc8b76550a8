package import Document
import FoundationEssentials

extension Command {
    /// The command with all that belongs to it, as it is stored and carried between processes: `id`, `session_id`,
    /// `principal`, `command` (as on the wire), `created_at` and `expires_at` (seconds since 1970), `request_id`.
    package var json: JSON {
        var wish = body.json
        if let precondition { wish = wish.adding("precondition", precondition.json) }
        return [
            "id": .string(id), "session_id": .string(session), "principal": (try? JSON(encoding: principal)) ?? .null,
            "command": wish, "created_at": .number(createdAt.timeIntervalSince1970),
            "expires_at": .number(expiry.timeIntervalSince1970), "request_id": request.map(JSON.string) ?? .null,
        ]
    }

    /// Reads what `json` wrote.
    package init(_ json: JSON) throws(InvalidCommand) {
        guard let id = json["id"]?.string, let session = json["session_id"]?.string,
            let principal = try? json["principal"]?.decoded(as: Principal.self), let wish = json["command"],
            let createdAt = json["created_at"]?.double, let expiry = json["expires_at"]?.double
        else { throw InvalidCommand([.init("is no stored command")]) }
        // It was checked when it came in.
        var reader = CommandReader(wish, by: principal)
        guard let body = reader.body(wish["type"]?.string ?? "") else {
            throw InvalidCommand([.init("is no stored command", at: "/command")])
        }
        self.init(
            id: id, session: session, by: principal, body, precondition: reader.precondition,
            at: .init(timeIntervalSince1970: createdAt), until: .init(timeIntervalSince1970: expiry),
            request: json["request_id"]?.string)
    }
}

extension Command: Codable {
    package init(from decoder: any Decoder) throws {
        try self.init(JSON(from: decoder))
    }

    package func encode(to encoder: any Encoder) throws {
        try json.encode(to: encoder)
    }
}

extension Command.Precondition {
    fileprivate var json: JSON {
        var fields: [String: JSON] = [:]
        fields["turn"] = turn.map(JSON.int)
        fields["sequence"] = sequence.map(JSON.int)
        fields["mode"] = mode.map(JSON.string)
        return .object(fields)
    }
}

extension JSON {
    fileprivate func adding(_ key: String, _ value: JSON) -> JSON {
        guard case .object(var fields) = self else { return self }
        fields[key] = value
        return .object(fields)
    }
}
