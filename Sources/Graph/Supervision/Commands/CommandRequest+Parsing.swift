package import Document
import FoundationEssentials

extension CommandRequest {
    /// Reads a command as §9 of the control API writes it. `principal` is the author of what it instructs.
    package init(_ json: JSON, by principal: Principal) throws(InvalidCommand) {
        guard json.isWithin(depth: Command.Body.deepest) else {
            throw InvalidCommand([.init("has more than \(Command.Body.deepest) levels")])
        }
        guard case .object = json else { throw InvalidCommand([.init("must be an object")]) }
        guard let type = json["type"] else { throw InvalidCommand([.init("is missing", at: "/type")]) }
        guard let name = type.string, let form = Command.Body.form(of: name) else {
            throw InvalidCommand([.init("must be a type of command", at: "/type")])
        }
        let problems = form.schema.problems(in: json)
        guard problems.isEmpty else { throw InvalidCommand(problems.map(InvalidCommand.Problem.init)) }
        var reader = CommandReader(json, by: principal)
        guard let body = reader.body(name), reader.problems.isEmpty else { throw InvalidCommand(reader.problems) }
        self.init(
            body, precondition: reader.precondition,
            timeToLive: json["ttl_ms"]?.int.map { Double($0) / 1_000 } ?? Command.timeToLive,
            dedupeKey: json["dedupe_key"]?.string)
    }
}

extension JSON {
    /// Whether no more objects and lists lie within each other. Does not go deeper.
    fileprivate func isWithin(depth: Int) -> Bool {
        switch self {
        case .array(let values): depth > 0 && values.allSatisfy { $0.isWithin(depth: depth - 1) }
        case .object(let fields): depth > 0 && fields.values.allSatisfy { $0.isWithin(depth: depth - 1) }
        default: true
        }
    }
}
