extension RuleUnderstanding {
    /// The first rule that matches, in the order the type's page gives.
    func intent(_ wording: Wording, _ slots: HeardSlots, _ question: Question?) -> Interpretation {
        if let rule = first(PhraseRule.control, wording), !isConsent(rule.intent, wording, question) { return rule }
        if let rule = first(PhraseRule.undo, wording) { return rule }
        if let question, question.isYesNo || question == .correction, let answer = yesNo(wording, slots, question) {
            return answer
        }
        if let rule = first(PhraseRule.questions, wording) ?? serviceQuestion(wording, slots) { return rule }
        if let answer = asked(slots, question) { return answer }
        if let rule = wish(wording, slots, question) { return rule }
        if let volunteered = volunteered(slots, wording) { return volunteered }
        if YesNo.isBackchannel(wording) {
            return Interpretation(question == nil ? .backchannel : YesNo.answer(wording) ?? .backchannel, 0.8)
        }
        if let rule = first(PhraseRule.greeting, wording), wording.count <= 6 { return rule }
        if wording.count <= 6, let answer = YesNo.answer(wording) { return Interpretation(answer, 0.8) }
        return Interpretation(.other, 0.3)
    }

    private func first(_ rules: [PhraseRule], _ wording: Wording) -> Interpretation? {
        rules.first { $0.matches(wording) }.map { Interpretation($0.intent, $0.confidence) }
    }

    /// "That's it" says goodbye, unless a booking was just read back.
    private func isConsent(_ intent: Intent, _ wording: Wording, _ question: Question?) -> Bool {
        intent == .goodbye && question == .confirmation && wording.has(any: ["that's it", "that's everything"])
    }

    private func yesNo(_ wording: Wording, _ slots: HeardSlots, _ question: Question) -> Interpretation? {
        let isQuestion = first(PhraseRule.questions, wording) != nil || serviceQuestion(wording, slots) != nil
        if isQuestion, wording.count > 3 { return nil }
        if question == .anythingElse || question == .escalationOffer {
            let isMore = slots.service != nil || first(PhraseRule.booking, wording) != nil
            if isMore { return nil }
        }
        if let answer = YesNo.answer(wording) { return Interpretation(answer, 0.95) }
        // A fact where yes or no was expected corrects what was read back.
        guard question.isBooking else { return nil }
        return volunteered(slots, wording) ?? (slots.target != nil ? Interpretation(.deny, 0.8) : nil)
    }

    /// A price or a length of time of something, or the list of what there is.
    private func serviceQuestion(_ wording: Wording, _ slots: HeardSlots) -> Interpretation? {
        guard let rule = first(PhraseRule.serviceQuestions, wording) else { return nil }
        // "What services do you offer" but not "can you service the brakes".
        return rule.intent == .faqServices && slots.service != nil ? nil : rule
    }

    private func wish(_ wording: Wording, _ slots: HeardSlots, _ question: Question?) -> Interpretation? {
        if let rule = first(PhraseRule.booking, wording) {
            // "I drive a corolla" and the like answer the question that was asked.
            return question == .vehicle && slots.vehicle != nil ? nil : rule
        }
        if question != .vehicle, slots.vehicle?.model != nil, wording.has(any: ["try", "try out", "drive the"]) {
            return Interpretation(.bookTestDrive, 0.85)
        }
        guard slots.service != nil else { return nil }
        return question == .service ? Interpretation(.giveService, 0.9) : Interpretation(.bookService, 0.85)
    }

    /// The fact that was asked for.
    private func asked(_ slots: HeardSlots, _ question: Question?) -> Interpretation? {
        switch question {
        case .date, .time: slots.day != nil || slots.time != nil ? Interpretation(.giveDatetime, 0.95) : nil
        case .phone: slots.phone != nil || slots.partialPhone != nil ? Interpretation(.givePhone, 0.95) : nil
        case .name: slots.name != nil && slots.phone == nil ? Interpretation(.giveName, 0.9) : nil
        case .vehicle: slots.vehicle != nil ? Interpretation(.giveVehicle, 0.9) : nil
        case .service: slots.service != nil ? Interpretation(.giveService, 0.95) : nil
        default: nil
        }
    }

    /// A fact nobody asked for.
    private func volunteered(_ slots: HeardSlots, _ wording: Wording) -> Interpretation? {
        if slots.phone != nil { return Interpretation(.givePhone, 0.85) }
        if slots.name != nil { return Interpretation(.giveName, 0.8) }
        if slots.day != nil || slots.time != nil { return Interpretation(.giveDatetime, 0.8) }
        if slots.service != nil { return Interpretation(.giveService, 0.8) }
        let isTheirs = wording.has(any: ["i drive", "i have", "i've got", "my car", "it's a", "it is a", "it's the"])
        return slots.vehicle != nil && isTheirs ? Interpretation(.giveVehicle, 0.8) : nil
    }
}
