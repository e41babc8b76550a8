import Engine

extension Courtesy {
    func greet(_ visit: inout ConversationVisit) {
        let time = visit.local(domain).time
        let part = DayPart.allCases.first { $0.contains(time) && ($0 != .evening || time.hour >= 18) } ?? .evening
        visit.say(.greetBack(part))
        chatOn(&visit)
    }

    func thank(_ visit: inout ConversationVisit) {
        visit.say(.welcome)
        if visit.memory.isBooking { return visit.digress() }
        visit.ask(.anythingElse)
    }

    func listen(_ visit: inout ConversationVisit) {
        visit.say(.listening)
        visit.digress()
    }

    /// Answers, and leads back to the errand or offers help.
    func chat(_ line: Line, _ visit: inout ConversationVisit) {
        visit.say(line)
        if line == .help { return visit.digress(bridging: true) }
        chatOn(&visit)
    }

    private func chatOn(_ visit: inout ConversationVisit) {
        let isBooking = visit.memory.isBooking
        visit.digress(bridging: isBooking)
        if !isBooking, visit.state.turn.agenda.isEmpty { visit.say(.offerHelp) }
    }

    func meet(_ visit: inout ConversationVisit) {
        let name = PersonName.bounded(visit.heard.slots.name ?? "")
        guard !name.isEmpty else { return puzzle(&visit) }
        visit.write(\.conversation.customer.name, name)
        visit.say(.niceToMeet(name: name))
        chatOn(&visit)
    }

    /// Keeps a number or an address that nobody asked for.
    func note(_ visit: inout ConversationVisit) {
        if let phone = visit.heard.slots.phone { visit.write(\.conversation.customer.phone, phone) }
        if let email = visit.heard.slots.email {
            visit.write(\.conversation.customer.email, email)
            visit.say(.emailNoted(email))
        }
        offerHelp(&visit)
    }

    func offerHelp(_ visit: inout ConversationVisit) {
        visit.say(.offerHelp)
        visit.expect(nil)
    }

    func sayAgain(_ visit: inout ConversationVisit) {
        guard let reply = visit.memory.lastReply else { return visit.say(.nothingToRepeat) }
        visit.write(\.turn.isRepeat, true)
        visit.quote(reply)
    }

    /// From now on slowly; the last reply once more, in short pieces.
    func slowDown(_ visit: inout ConversationVisit) {
        visit.write(\.memory.pace, .slow)
        visit.say(.slower)
        guard let reply = visit.memory.lastReply else { return }
        visit.write(\.turn.isRepeat, true)
        visit.quote(SlowSpeech.pieces(of: reply).joined(separator: " "))
    }
}
