extension RuleUnderstanding {
    /// How much an intent counts beside others.
    private enum Weight: Int, Comparable {
        case nothing, courtesy, fact, wish

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Further intents that are kept.
    private static let mostAlso = 4

    /// The intents of all clauses: the first that counts, and the others it goes with.
    func intents(_ wording: Wording, _ facts: Facts, _ question: Question?) -> Interpretation {
        let clauses = Clauses.split(wording)
        let whole = intent(Clause(wording.words, wording.range, facts, question))
        guard clauses.count > 1, !whole.isExclusive else { return whole }
        var found = clauses.map { intent(Clause(wording.words, $0, facts, question)) }
        // "I have an appointment on friday, and I was wondering whether I could come any earlier": no part says it alone.
        let isUndone = whole.intent == .reschedule || whole.intent == .cancel
        if isUndone, !found.contains(where: { $0.intent == whole.intent }) { return whole }
        let best = found.map { Self.weight($0.intent, question) }.max() ?? .nothing
        if best < .fact || Self.weight(whole.intent, question) > best { return whole }
        // A courtesy says nothing beside a wish, and a fact belongs to the wish it is said with.
        found = found.filter { Self.weight($0.intent, question) > .courtesy }
        let isAnswered = found.contains { $0.intent.isAnswer && Self.isAsked($0.intent, question) }
        if best == .wish { found = found.filter { !$0.intent.isAnswer || Self.isAsked($0.intent, question) } }
        guard var main = isAnswered ? found.first(where: { $0.intent.isAnswer }) : found.first else { return whole }
        for other in found where other.intent != main.intent && !main.also.contains(other.intent) {
            if other.intent.isAnswer, main.intent.isAnswer { continue }
            main.also.append(other.intent)
        }
        // "Yes but at ten" is no agreement.
        let change = facts.slots.isCorrection ? found.first { $0.intent.isAnswer && $0.intent != .affirm } : nil
        if main.intent == .affirm, let change { (main.intent, main.confidence) = (change.intent, change.confidence) }
        main.also = Array(main.also.prefix(Self.mostAlso))
        return main
    }

    private static func weight(_ intent: Intent, _ question: Question?) -> Weight {
        switch intent {
        case .other, .backchannel: .nothing
        case .greeting, .thanks, .smallTalk, .goodbye, .help, .abuse, .hold: .courtesy
        case .affirm, .deny: question == nil ? .courtesy : .fact
        case let intent where intent.isAnswer: .fact
        default: .wish
        }
    }

    /// Whether an intent is the kind of answer that a question waits for.
    private static func isAsked(_ intent: Intent, _ question: Question?) -> Bool {
        switch (intent, question) {
        case (.affirm, let question?), (.deny, let question?): question.isYesNo
        case (.giveDatetime, .date), (.giveDatetime, .time), (.givePhone, .phone), (.givePhone, .lookup): true
        case (.giveName, .name), (.giveVehicle, .vehicle), (.giveService, .service), (.giveEmail, .email): true
        default: false
        }
    }
}

extension Interpretation {
    /// Whether what it is found in means nothing else beside it.
    fileprivate var isExclusive: Bool {
        [.repeat, .slower, .areYouRobot, .checkAppointment].contains(intent)
    }
}
