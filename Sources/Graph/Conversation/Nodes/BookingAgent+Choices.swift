import Engine

extension BookingAgent {
    /// Asks which of several meanings was meant; `nil` when there is nothing to ask.
    func clarify(_ visit: inout ConversationVisit) -> Outcome? {
        guard let choice = visit.heard.slots.choice, let line = line(for: choice) else { return nil }
        visit.write(\.memory.choice, choice)
        visit.ask(.choice, line)
        return .next
    }

    private func line(for choice: Choice) -> Line? {
        switch choice {
        case .service(let names): .whichService(names.map { domain.spoken(service: $0) })
        case .day(let days): .whichDay(days)
        case .time(let times): .whichTime(times)
        case .model(let models): .whichModel(models)
        case .appointment: nil
        }
    }

    /// Takes the meaning that the caller picks: by its place, or by agreeing to the only one. What is named outright is
    /// heard like any other fact.
    func pick(_ visit: inout ConversationVisit) {
        guard let choice = visit.memory.choice,
            visit.memory.question == .choice || visit.memory.question == .vehicle
        else { return }
        visit.write(\.memory.choice, nil)
        let isAgreed = visit.heard.intent == .affirm
        let wording = Wording(visit.state.turn.text)
        func picked<Element>(_ list: [Element]) -> Element? {
            isAgreed && list.count == 1 ? list[0] : Ordinal.pick(from: list, wording)
        }
        let heard = visit.heard.slots
        switch choice {
        case .service(let names) where heard.service == nil:
            if let name = picked(names) { visit.write(\.conversation.bookingSlots.serviceType, name) }
        case .day(let days) where heard.day == nil:
            if let day = picked(days) { visit.write(\.conversation.bookingSlots.preferredDate, day.description) }
        case .time(let times):
            let fitting = times.filter { heard.time?.admits($0) ?? false }
            guard let time = fitting.count == 1 ? fitting[0] : picked(times) else { return }
            visit.write(\.conversation.bookingSlots.preferredTime, time.description)
            visit.write(\.memory.wish, nil)
            visit.write(\.turn.interpretation.slots.time, nil)
        case .model(let models) where heard.vehicle?.isWish != true:
            guard let model = picked(models) else { return }
            visit.write(\.conversation.bookingSlots.serviceType, model)
            visit.write(\.memory.carWish, nil)
        case .service, .day, .model, .appointment:
            break
        }
    }
}
