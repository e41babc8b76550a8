extension RuleUnderstanding {
    private static let control = RuleBook(PhraseRule.control)
    private static let escalation = RuleBook(PhraseRule.escalation)
    private static let hold = RuleBook(PhraseRule.hold)
    private static let undo = RuleBook(PhraseRule.undo)
    private static let questions = RuleBook(PhraseRule.questions)
    private static let serviceQuestions = RuleBook(PhraseRule.serviceQuestions)
    private static let booking = RuleBook(PhraseRule.booking + [PhraseRule.noises])
    private static let courtesies = RuleBook(PhraseRule.courtesies)
    private static let asking = RuleBook(PhraseRule.asking)
    private static let driving = PhraseIndex(PhraseRule.driving.map { ($0, ()) })
    private static let shopping = PhraseIndex(PhraseRule.shopping.map { ($0, ()) })
    private static let owning = PhraseIndex(
        [
            "i drive", "i have", "i've got", "my car", "it's a", "it is a", "it's the", "it is the", "i own", "i got a",
            "i meant",
            "i said", "mine is", "my truck", "we have", "we drive",
        ].map { (Phrase($0), ()) })
    private static let shifting: PhraseIndex<Void> = [
        "make it": (), "make that": (), "move it": (), "move that": (), "switch it": (), "change it": (), "instead": (),
        "could we do": (), "can we do": (), "can i come": (), "could i come": (),
    ]
    private static let openings = PhraseIndex(PhraseRule.openings.map { ($0, ()) })
    /// Give a wish up, when nothing else is wished for.
    private static let dropping: PhraseIndex<Void> = [
        "don't want": (), "don't need": (), "do not want": (), "do not need": (), "no longer want": (),
        "no longer need": (), "forget the": (), "forget about the": (),
    ]
    private static let outOfScope = PhraseIndex(PhraseRule.outOfScope.map { ($0, ()) })

    /// The first rule that matches, in the order the type's page gives.
    func intent(_ clause: Clause) -> Interpretation {
        let question = clause.question
        if let rule = clause.first(Self.control) { return rule }
        if clause.isSurname { return Interpretation(.giveName, 0.9) }
        if isShift(clause) { return Interpretation(.reschedule, 0.85) }
        if question == .cancellation || question == .move, let answer = clause.yesNo { return answer }
        if let topic = clause.namedTopic(words: 6) { return told(topic, clause) }
        if let rule = clause.first(Self.escalation) { return rule }
        if let topic = clause.namedTopic(words: 3) { return told(topic, clause) }
        if let rule = clause.first(Self.undo) { return farewell(rule, clause) ?? undone(rule, clause) }
        if let question, question.isYesNo || question == .correction, let answer = yesNo(clause, question) {
            return answer
        }
        let isWhen = clause.question == .date || clause.question == .time
        if isWhen, clause.says(Self.openings) { return Interpretation(.giveDatetime, 0.85) }
        if let rule = clause.first(Self.questions) ?? serviceQuestion(clause) { return rule }
        if let answer = asked(clause) { return answer }
        // "Hang on, wednesday is no good" goes on with what is to be changed.
        let isChange = clause.slots.isCorrection && clause.has(.day, .time, .service)
        let isNumber = clause.slots.phone != nil && clause.has(.phone)
        let isWish = clause.question == nil && clause.slots.service != nil && clause.has(.service)
        if !isChange, !isNumber, !isWish, let rule = clause.first(Self.hold) { return rule }
        if let wish = wish(clause) { return wish }
        if let topic = topic(clause) { return topic }
        if let volunteered = volunteered(clause) { return volunteered }
        if YesNo.isBackchannel(clause.words, clause.range) { return attention(clause) }
        return courtesy(clause) ?? clause.first(Self.asking) ?? Interpretation(.other, 0.3)
    }

    /// Another day or time where everything seemed to be settled: "that doesn't work, can we make it the thirteenth".
    private func isShift(_ clause: Clause) -> Bool {
        clause.question == .anythingElse && clause.has(.day, .time) && !clause.has(.service, .vehicle)
            && clause.says(Self.shifting)
    }

    /// "Never mind then, bye" says goodbye where nothing is under way.
    private func farewell(_ rule: Interpretation, _ clause: Clause) -> Interpretation? {
        let isOver = [nil, .escalationOffer, .anythingElse].contains(clause.question)
        guard rule.intent == .cancel, isOver, let courtesy = clause.first(Self.courtesies) else { return nil }
        return courtesy.intent == .goodbye ? courtesy : nil
    }

    /// "Cancel it" agrees where just that was asked.
    private func undone(_ rule: Interpretation, _ clause: Clause) -> Interpretation {
        switch (rule.intent, clause.question) {
        case (.reschedule, .move) where clause.has(.day, .time): Interpretation(.giveDatetime, 0.9)
        case (.cancel, .cancellation), (.reschedule, .move): Interpretation(.affirm, 0.9)
        default: rule
        }
    }

    private func attention(_ clause: Clause) -> Interpretation {
        guard clause.question != nil, let answer = clause.yesNo else { return Interpretation(.backchannel, 0.8) }
        return Interpretation(answer.intent, 0.8)
    }

    private func courtesy(_ clause: Clause) -> Interpretation? {
        let courtesy = clause.first(Self.courtesies)
        guard clause.range.count <= 6, let answer = clause.yesNo, clause.question != nil || answer.confidence >= 0.9
        else {
            return courtesy
        }
        let isAnswer = courtesy == nil || (courtesy?.intent == .thanks && answer.intent == .deny)
        return isAnswer ? Interpretation(answer.intent, 0.8) : courtesy
    }

    // MARK: Yes and no

    private func yesNo(_ clause: Clause, _ question: Question) -> Interpretation? {
        let asks = clause.first(Self.questions) ?? serviceQuestion(clause)
        if asks != nil, clause.range.count > 3 { return nil }
        if question == .anythingElse || question == .escalationOffer {
            if clause.has(.service) || clause.first(Self.booking) != nil { return nil }
        }
        if let answer = clause.yesNo {
            // "Yes but at ten" is no agreement.
            let isChanged = answer.intent == .affirm && clause.has(.day, .time, .service, .vehicle)
            return isChanged && clause.slots.isCorrection ? volunteered(clause) : answer
        }
        if clause.first(Self.hold) != nil { return nil }
        // A fact where yes or no was expected corrects what was read back.
        guard question.isBooking else { return nil }
        return volunteered(clause, isTheirs: true) ?? (clause.slots.target != nil ? Interpretation(.deny, 0.8) : nil)
    }

    // MARK: Questions

    /// A price or a length of time of something, or the list of what there is.
    private func serviceQuestion(_ clause: Clause) -> Interpretation? {
        guard let rule = clause.first(Self.serviceQuestions) else { return nil }
        // "What services do you offer" but not "can you service the brakes"; "do you sell used cars" but not an offer.
        return rule.intent == .faqServices && clause.has(.service) && !clause.isQuestion ? nil : rule
    }

    /// A question that only the domain knows.
    private func topic(_ clause: Clause) -> Interpretation? {
        guard clause.has(.topic), let topic = clause.slots.topic, clause.isQuestion else { return nil }
        return Interpretation(Intent(rawValue: "faq_\(topic)") ?? .faqOther, 0.85)
    }

    /// A question in the very words that the domain gives for it.
    private func told(_ topic: String, _ clause: Clause) -> Interpretation {
        clause.first(Self.questions) ?? (clause.has(.vehicle) ? nil : clause.first(Self.serviceQuestions))
            ?? Interpretation(Intent(rawValue: "faq_\(topic)") ?? .faqOther, 0.9)
    }

    // MARK: Wishes

    private func wish(_ clause: Clause) -> Interpretation? {
        let question = clause.question
        let isCar = clause.has(.vehicle) && clause.slots.vehicle != nil
        let rule = clause.first(Self.booking)
        if question == .vehicle, isCar, rule?.intent != .bookTestDrive { return nil }
        if isCar, rule == nil, !clause.has(.service), !clause.isTheirs, clause.says(Self.driving) {
            return Interpretation(.bookTestDrive, 0.85)
        }
        if isCar, rule?.intent != .bookTestDrive, !clause.has(.service), !clause.isTheirs, clause.says(Self.shopping) {
            return Interpretation(.faqInventory, 0.8)
        }
        if let rule { return rule }
        guard clause.has(.service) else { return nil }
        let isNothing = clause.slots.service == nil && clause.slots.choice == nil
        if isNothing, clause.says(Self.dropping) { return Interpretation(.cancel, 0.8) }
        if clause.slots.isCorrection || question == .service { return Interpretation(.giveService, 0.9) }
        return Interpretation(.bookService, 0.85)
    }

    // MARK: Facts

    /// The fact that was asked for.
    private func asked(_ clause: Clause) -> Interpretation? {
        switch clause.question {
        case .date, .time:
            clause.has(.day, .time) && !clause.has(.name, .phone) ? Interpretation(.giveDatetime, 0.95) : nil
        case .phone, .lookup: clause.has(.phone) ? Interpretation(.givePhone, 0.95) : nil
        case .name: clause.has(.name) && !clause.has(.phone) ? Interpretation(.giveName, 0.9) : nil
        case .email: clause.has(.email) ? Interpretation(.giveEmail, 0.95) : nil
        case .vehicle:
            clause.has(.vehicle, .plate) && clause.slots.vehicle != nil ? Interpretation(.giveVehicle, 0.9) : nil
        case .service: clause.has(.service) ? Interpretation(.giveService, 0.95) : nil
        case .choice, .appointment: volunteered(clause, isTheirs: true)
        default: nil
        }
    }

    /// A fact nobody asked for.
    private func volunteered(_ clause: Clause, isTheirs: Bool = false) -> Interpretation? {
        if clause.has(.email) { return Interpretation(.giveEmail, 0.85) }
        if clause.has(.phone) { return Interpretation(.givePhone, 0.85) }
        if clause.has(.name) { return Interpretation(.giveName, 0.8) }
        let isNews = clause.says(Self.outOfScope)
        if clause.has(.day, .time), !isNews { return Interpretation(.giveDatetime, 0.8) }
        if clause.has(.service) { return Interpretation(.giveService, 0.8) }
        let isOwn = isTheirs || clause.has(.plate) || clause.says(Self.owning)
        return clause.has(.vehicle, .plate) && isOwn ? Interpretation(.giveVehicle, 0.8) : nil
    }
}

extension Clause {
    /// The topic, when at least so many words in a row are the domain's for it.
    fileprivate func namedTopic(words count: Int) -> String? {
        let isNamed = facts.places.contains {
            $0.kind == .topic && $0.range.count >= count && range.contains($0.range.lowerBound)
        }
        return isNamed ? slots.topic : nil
    }

    /// Whether it answers with a name whose last part is also a word: "owen price", "abe long".
    fileprivate var isSurname: Bool {
        guard question == .name, has(.name), let parts = slots.name?.split(separator: " "), parts.count > 1 else {
            return false
        }
        return parts.last.map { NameWords.surnames.contains(String($0)) } ?? false
    }

    /// Whether a car of the caller is spoken of.
    fileprivate var isTheirs: Bool {
        range.contains {
            ["my", "mine", "our"].contains(words[$0]) || (words[$0] == "i" && words.at($0 + 1) == "drive")
        }
    }

    /// Whether it has the form of a question or of a request to be told.
    fileprivate var isQuestion: Bool {
        range.contains { Self.questionWords.contains(words[$0]) }
            || Self.auxiliaries.contains(words.at(range.lowerBound))
            || range.count <= 4
    }

    private static let questionWords: Set<String> = [
        "what", "what's", "which", "when", "where", "where's", "how", "how's", "who", "whether", "can", "could", "do",
        "does", "is", "are", "tell", "will", "would", "about", "any",
    ]
    private static let auxiliaries: Set<String> = ["have", "got", "may", "am", "did", "should"]
}
