extension RuleUnderstanding {
    /// Marks what replaces something said before, and what it replaces.
    static func mark(_ wording: Wording, _ facts: inout Facts, _ question: Question?) {
        let words = wording.words
        let isFact = !facts.places.isEmpty
        if isFact || question != nil, Corrections.isMarked(words) { facts.slots.isCorrection = true }
        // "No, Thursday" where a booking was read back, and "no, the time is wrong".
        let isReadBack = question == .confirmation || question == .correction || question == .move
        if isReadBack, isFact, YesNo.answer(words, wording.range, to: question)?.0 == .deny {
            facts.slots.isCorrection = true
        }
        guard facts.slots.isCorrection || isReadBack else { return }
        facts.slots.target = named(words) ?? (facts.slots.isCorrection ? corrected(facts) : nil)
    }

    /// What the facts are of.
    private static func corrected(_ facts: Facts) -> Question? {
        let order: [(Facts.Kind, Question)] = [
            (.day, .date), (.time, .time), (.service, .service), (.vehicle, .vehicle), (.phone, .phone),
            (.email, .email),
            (.name, .name),
        ]
        if facts.slots.day == nil, facts.slots.time != nil { return .time }
        return order.first { kind, _ in facts.places.contains { $0.kind == kind } }?.1
    }

    /// The slot that is called by its name: "the time is wrong".
    private static func named(_ words: [String]) -> Question? {
        targets.longest(in: words, words.indices).first?.value.first
    }

    private static let targets: PhraseIndex<Question> = [
        "name": .name, "name's": .name, "spelling": .name, "spelled": .name, "number": .phone, "phone": .phone,
        "phone number": .phone, "digits": .phone, "telephone": .phone, "time": .time, "hour": .time,
        "day": .date, "date": .date, "service": .service, "the work": .service, "car": .vehicle,
        "model": .vehicle, "vehicle": .vehicle, "email": .email, "mail address": .email,

    ]
}
