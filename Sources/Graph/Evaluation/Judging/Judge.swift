import Conversation

/// Compares what a performance left behind with what the play expects.
package struct Judge: Sendable {
    let play: Play
    let outcome: PlayOutcome

    package init(_ play: Play, _ outcome: PlayOutcome) {
        self.play = play
        self.outcome = outcome
    }

    /// Why the play failed; empty when it did not.
    package var failures: [PlayFailure] {
        play.expectations.compactMap { expected in
            complaint(expected.value).map { PlayFailure(expected.line, "expected \(expected.value), but \($0)") }
        } + unexpected
    }

    /// What is wrong with an expectation; `nil` when it is met.
    private func complaint(_ expectation: Expectation) -> String? {
        switch expectation {
        case .appointment, .noAppointment, .cancelled, .moved: appointmentComplaint(expectation)
        case .intent(let name): outcome.intent == name ? nil : "the last one is \(outcome.intent ?? "none")"
        case .escalated: outcome.isEscalated ? nil : "no colleague was searched for"
        case .noEscalation: outcome.isEscalated ? "a colleague was searched for" : nil
        case .ended: outcome.isEnded ? nil : "the agent did not end the call"
        case .notEnded: outcome.isEnded ? "the agent ended the call" : nil
        case .slot(let name, let value): slotComplaint(name, value)
        case .turns(let most): outcome.callerTurns <= most ? nil : "there were \(outcome.callerTurns)"
        case .fact(let check): outcome.turns.contains { check.accepts($0.reply) } ? nil : "nobody said so"
        case .never(let check):
            outcome.turns.first { check.accepts($0.reply) }.map { "the agent said: \($0.reply)" }
        }
    }

    private func appointmentComplaint(_ expectation: Expectation) -> String? {
        let scheduled = outcome.after.filter { !$0.isCancelled }
        switch expectation {
        case .appointment(let pattern): return scheduled.contains(where: pattern.matches) ? nil : state
        case .noAppointment(nil): return outcome.new.first.map { "there is \($0)" }
        case .noAppointment(let pattern?): return scheduled.first(where: pattern.matches).map { "there is \($0)" }
        case .cancelled(let pattern):
            let known = Set(outcome.before.filter { !$0.isCancelled }.map(\.id))
            let isMet = outcome.after.contains { $0.isCancelled && known.contains($0.id) && pattern.matches($0) }
            return isMet ? nil : state
        case .moved(let pattern):
            return scheduled.contains { pattern.matches($0) && earlier(of: $0) != nil } ? nil : state
        default: return nil
        }
    }

    /// What became of the caller's appointments, for people who look for the fault.
    private var state: String {
        let changed = outcome.after.filter { row in !outcome.before.contains(row) }
        return changed.isEmpty ? "nothing changed" : "there is " + changed.map(\.description).joined(separator: "; ")
    }

    /// The appointment from before that was moved to become this one: the same row, or one of the same caller and
    /// subject that was cancelled for it.
    private func earlier(of row: BookedAppointment) -> BookedAppointment? {
        outcome.before.first { old in
            guard !old.isCancelled, old.slot != row.slot else { return false }
            if old.id == row.id { return true }
            let isGone = outcome.after.first { $0.id == old.id }?.isCancelled ?? true
            return isGone && old.phone == row.phone && old.subject == row.subject
        }
    }

    private func slotComplaint(_ name: String, _ value: String) -> String? {
        let found: String? =
            switch name {
            case "service", "service_type": outcome.slots.serviceType
            case "date", "preferred_date": outcome.slots.preferredDate
            case "time", "preferred_time": outcome.slots.preferredTime
            case "name", "customer_name": outcome.slots.customerName
            case "phone", "customer_phone": outcome.slots.customerPhone
            case "email", "customer_email": outcome.slots.customerEmail
            case "type", "appointment_type": outcome.slots.appointmentType?.rawValue
            default: nil
            }
        return found.map { PlainText($0).text } == PlainText(value).text ? nil : "it is \(found ?? "empty")"
    }

    // MARK: What no line expects

    private var unexpected: [PlayFailure] {
        let changed = outcome.before.filter { !$0.isCancelled }.compactMap { old -> PlayFailure? in
            let now = outcome.after.first { $0.id == old.id }
            guard now != old, !isExpected(now ?? old) else { return nil }
            return PlayFailure(nil, "unexpected: \(old) became " + (now.map(\.description) ?? "nothing"))
        }
        return changed + surplus.map { PlayFailure(nil, "unexpected: \($0) was booked") }
    }

    /// Whether a changed appointment is what a line is about.
    private func isExpected(_ row: BookedAppointment) -> Bool {
        play.expectations.contains { expected in
            switch expected.value {
            case .appointment(let pattern), .moved(let pattern): !row.isCancelled && pattern.matches(row)
            case .cancelled(let pattern): row.isCancelled && pattern.matches(row)
            case .noAppointment(let pattern?): row.isCancelled && pattern.matches(row)
            default: false
            }
        } || (row.isCancelled && outcome.new.contains { earlier(of: $0)?.id == row.id })
    }

    /// New appointments beyond those expected: each line stands for one.
    private var surplus: [BookedAppointment] {
        var open = play.expectations.compactMap { expected -> AppointmentPattern? in
            switch expected.value {
            case .appointment(let pattern), .moved(let pattern): pattern
            default: nil
            }
        }
        return outcome.new.filter { row in
            guard let index = open.firstIndex(where: { $0.matches(row) }) else { return true }
            open.remove(at: index)
            return false
        }
    }
}
