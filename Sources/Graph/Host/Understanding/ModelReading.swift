import Conversation
import Document
import Speech

/// Takes a model's answer for what it may be: a reading of one caller's words.
struct ModelReading: Sendable {
    /// How sure a model's reading counts, between the rules' guesses and their certainties.
    static let confidence = 0.7

    let domain: Domain
    /// What the rules found in the words: the only source of figures.
    let said: HeardSlots
    let utterance: Utterance

    /// The object a model answers with when it calls no tool.
    static func schema(_ domain: Domain) -> Schema {
        var fields: [SchemaField] = [
            .required("intent", .text(oneOf: Intent.allCases.map(\.rawValue))),
            .optional("date", .text(.date)), .optional("time", .text(.time)), .optional("name", .text(upTo: 60)),
            .optional("phone", .text(upTo: 40)),
        ]
        if !domain.services.isEmpty {
            fields.append(.optional("service", .text(oneOf: domain.services.map(\.name))))
        }
        return .object(fields)
    }

    /// The meaning of an object in a text. Throws `UnderstandingError.malformed`.
    func meaning(of text: String) throws(UnderstandingError) -> Interpretation {
        guard let start = text.firstIndex(of: "{"), let end = text.lastIndex(of: "}"), start < end,
            let object = try? JSON(parsing: String(text[start...end]))
        else { throw .malformed("no object") }
        if let problem = Self.schema(domain).problems(in: object).first { throw .malformed("\(problem)") }
        guard let intent = object["intent"]?.string.flatMap(Intent.init(rawValue:)) else {
            throw .malformed("no intent")
        }
        return Interpretation(intent, Self.confidence, slots(object))
    }

    /// The meaning of tool calls: the first is the caller's main wish.
    func meaning(of calls: [ChatToolCall], _ tools: [OfferedTool]) throws(UnderstandingError) -> Interpretation {
        var meanings: [Interpretation] = []
        for call in calls {
            guard let tool = tools.first(where: { $0.name == call.name }) else { throw .unknownTool(call.name) }
            guard let arguments = try? JSON(parsing: call.arguments.isEmpty ? "{}" : call.arguments) else {
                throw .wrongArguments(tool: call.name, problem: "not JSON")
            }
            if let problem = tool.arguments.problems(in: arguments).first {
                throw .wrongArguments(tool: call.name, problem: "\(problem)")
            }
            meanings.append(Interpretation(tool.intent(arguments), Self.confidence, slots(arguments)))
        }
        guard var main = meanings.first else { throw .malformed("no call") }
        for other in meanings.dropFirst() where other.intent != main.intent && !main.also.contains(other.intent) {
            main.also.append(other.intent)
        }
        return main
    }

    // MARK: Facts

    /// What the rules read, and what the model adds from the words themselves.
    private func slots(_ arguments: JSON) -> HeardSlots {
        var slots = said
        slots.service = domain.services.first { $0.name == arguments["service"]?.string }?.name ?? slots.service
        slots.day = slots.day ?? day(arguments)
        slots.time = slots.time ?? time(arguments)
        slots.name = slots.name ?? name(arguments)
        slots.vehicle = slots.vehicle ?? vehicle(arguments)
        slots.department = slots.department ?? arguments["department"]?.string
        return slots
    }

    /// Days are counted by the model, if the words have anything to count from; one beyond all plans is none.
    private func day(_ arguments: JSON) -> Day? {
        guard mentionsTime, let day = arguments["date"]?.string.flatMap({ Day($0) }) else { return nil }
        return abs(day.number - utterance.at.day.number) <= 400 ? day : nil
    }

    private func time(_ arguments: JSON) -> TimeMention? {
        mentionsTime ? arguments["time"]?.string.flatMap { TimeOfDay($0) }.map(TimeMention.at) : nil
    }

    /// Whether the caller's words have a figure, or a word for a day or a time, at all.
    private var mentionsTime: Bool {
        let vague: Set<String> = [
            "day", "days", "week", "weeks", "month", "fortnight", "next", "lunch", "lunchtime", "later", "early",
            "earliest", "soon", "soonest", "christmas", "easter", "thanksgiving", "payday", "holiday", "night",
        ]
        let words = utterance.text.lowercased().split { !$0.isLetter }.map(String.init)
        return !SpokenFacts(utterance.text).essential.isEmpty || !vague.isDisjoint(with: words)
    }

    /// A name is one that the caller said.
    private func name(_ arguments: JSON) -> String? {
        guard let name = arguments["name"]?.string?.lowercased(), !name.isEmpty else { return nil }
        let words = Set(utterance.text.lowercased().split { !$0.isLetter && $0 != "'" })
        return name.split(separator: " ").allSatisfy { words.contains($0) } ? name : nil
    }

    /// A car is one that the business knows.
    private func vehicle(_ arguments: JSON) -> VehicleMention? {
        guard let model = arguments["model"]?.string?.lowercased(),
            let known = domain.models.first(where: { $0.model.lowercased() == model })
        else { return nil }
        return VehicleMention(year: arguments["year"]?.int, make: known.make, model: known.model)
    }
}
