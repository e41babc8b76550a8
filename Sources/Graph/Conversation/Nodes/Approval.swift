import Document
import Engine

/// `approval`: asks a person whether a change may be made, makes it, and tells the caller what came of it.
struct Approval: Sendable {
    let domain: Domain

    func enter(_ visit: inout ConversationVisit) -> Outcome {
        guard let tool = visit.state.turn.approval else { return .finish }
        let question = Interrupt.Question(
            kind: "tool_approval", prompt: prompt(tool), options: ["approve", "reject", "respond"],
            details: tool.arguments)
        var deadline: Duration?
        if case .approve(let within, _) = domain.policies[tool.name] { deadline = within }
        let id = visit.interrupt(question, within: deadline)
        // Bounded: the newest eight are remembered; older ones count as rejected when they are decided.
        visit.write(\.memory.approvals, visit.memory.approvals.suffix(7) + [PendingApproval(question: id, tool: tool)])
        return .stay
    }

    func resume(_ visit: inout ConversationVisit) -> Outcome {
        switch visit.event {
        case .decided(let id, let decision): return take(decision, id, &visit)
        case .tool(let id, let answer): return tell(answer, id, &visit)
        case .failed(let id, .expired): return expire(id, &visit)
        case .failed(let id, _): return tell(.failed("no answer in time"), id, &visit)
        default: return .stay
        }
    }

    private func take(_ decision: Decision, _ id: RequestID, _ visit: inout ConversationVisit) -> Outcome {
        if decision.choice == "respond", let words = decision.note, !words.isEmpty {
            return conclude(words, id, &visit)
        }
        guard decision.choice == "approve",
            let index = visit.memory.approvals.firstIndex(where: { $0.question == id }),
            let tool = edited(visit.memory.approvals[index].tool, by: decision.edits)
        else { return conclude([.rejected(reason: decision.note)], id, &visit) }
        return run(tool, index, &visit)
    }

    private func run(_ tool: ToolRequest, _ index: Int, _ visit: inout ConversationVisit) -> Outcome {
        let call = visit.request(.tool(tool))
        visit.write(\.memory.approvals[index].call, call)
        return .stay
    }

    /// Nobody decided in time: what the business wants then.
    private func expire(_ id: RequestID, _ visit: inout ConversationVisit) -> Outcome {
        guard let index = visit.memory.approvals.firstIndex(where: { $0.question == id }) else {
            return conclude([.approvalExpired], id, &visit)
        }
        let tool = visit.memory.approvals[index].tool
        guard case .approve(_, let timeout) = domain.policies[tool.name] else {
            return conclude([.approvalExpired], id, &visit)
        }
        switch timeout {
        case .deny: return conclude([.approvalExpired], id, &visit)
        case .allow: return run(tool, index, &visit)
        case .escalate:
            EscalationAgent().search(&visit)
            return conclude([.approvalExpired, .checkingForHuman(department: nil)], id, &visit)
        }
    }

    /// The tool with a person's changes to its arguments; `nil` when they make no sense.
    private func edited(_ tool: ToolRequest, by edits: JSON?) -> ToolRequest? {
        guard let edits, !edits.isNull else { return tool }
        return tool.replacing(edits)
    }

    private func tell(_ answer: ToolAnswer, _ id: RequestID, _ visit: inout ConversationVisit) -> Outcome {
        guard let approval = visit.memory.approvals.first(where: { $0.call == id }) else { return .finish }
        switch answer {
        case .appointment(let appointment):
            visit.write(\.memory.appointments, [appointment])
            visit.write(\.conversation.customer.customerID, appointment.customerID)
            return conclude([.approved, outcome(of: approval.tool, appointment)], approval.question, &visit)
        case .slotTaken: return conclude([.justTaken], approval.question, &visit)
        default: return conclude([.approved, .trouble(attempt: 1)], approval.question, &visit)
        }
    }

    private func outcome(of tool: ToolRequest, _ appointment: Appointment) -> Line {
        let isService = appointment.type == .service
        let summary = AppointmentSummary(
            type: appointment.type,
            subject: isService ? domain.spoken(service: appointment.subject) : appointment.subject,
            slot: appointment.slot)
        return switch tool {
        case .cancel: .cancelled(summary)
        case .reschedule: .moved(summary)
        default: .appointments([summary])
        }
    }

    /// Tells the caller: at once where that is possible, else with the next reply.
    private func conclude(_ lines: [Line], _ id: RequestID, _ visit: inout ConversationVisit) -> Outcome {
        conclude(lines.map { domain.phrases.words(for: $0) }.joined(separator: " "), id, &visit)
    }

    private func conclude(_ words: String, _ id: RequestID, _ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.memory.approvals, visit.memory.approvals.filter { $0.question != id })
        let inbox = CheckNotifications(domain: domain)
        inbox.announce(words, .high, &visit)
        visit.write(\.turn, TurnDraft())
        guard visit.memory.speaksAtOnce else { return .finish }
        return inbox.deliver(&visit)
    }

    /// What the person reads.
    private func prompt(_ tool: ToolRequest) -> String {
        switch tool {
        case .bookAppointment(let order), .bookTestDrive(let order):
            "\(tool.name): \(order.subject), \(order.day) \(order.time), \(order.customerName)"
        case .reschedule(let change), .cancel(let change):
            "\(tool.name): \(change.appointment)" + (change.slot.map { ", \($0.day) \($0.time)" } ?? "")
        default: tool.name
        }
    }
}
