import Conversation
import Document
import Speech

/// Asks a language model what an utterance means, and accepts only what the domain knows.
struct ModelUnderstanding: Sendable {
    let domain: Domain
    let today: Day

    /// The conversation to complete. The caller's words are data in it, not instructions.
    func messages(for text: String, answering question: Question?) -> [ChatMessage] {
        let intents = Intent.allCases.map(\.rawValue).joined(separator: ", ")
        let services = domain.services.map(\.name).joined(separator: ", ")
        let instruction = """
            You label what a caller of the car dealership \(domain.name) said. Today is \(today.weekday.name), \(today).
            Answer with one JSON object and nothing else, with the keys intent, service, date, time, name and phone;
            leave out what was not said.
            intent is one of: \(intents).
            service is one of: \(services). date is YYYY-MM-DD. time is HH:MM, 24 hours. phone is digits.
            The caller was just asked for: \(question?.rawValue ?? "nothing").
            """
        return [ChatMessage(.system, instruction), ChatMessage(.user, text)]
    }

    /// Reads the answer; `nil` when it is no such object or names no known intent.
    func interpretation(of answer: String) -> Interpretation? {
        guard let start = answer.firstIndex(of: "{"), let end = answer.lastIndex(of: "}"), start < end,
            let json = try? JSON(parsing: String(answer[start...end])),
            let intent = json["intent"]?.string.flatMap(Intent.init(rawValue:))
        else { return nil }
        var slots = HeardSlots()
        slots.service = json["service"]?.string.flatMap { name in domain.services.first { $0.name == name }?.name }
        slots.day = json["date"]?.string.flatMap { Day($0) }
        slots.time = json["time"]?.string.flatMap { TimeOfDay($0) }.map(TimeMention.at)
        slots.name = json["name"]?.string.flatMap { $0.isEmpty || $0.count > 60 ? nil : $0.lowercased() }
        slots.phone = json["phone"]?.string.flatMap { text in
            let digits = text.filter { $0.isASCII && $0.isNumber }
            return (7...15).contains(digits.count) ? digits : nil
        }
        return Interpretation(intent, 0.7, slots)
    }
}
