import Document
import Engine
import FoundationEssentials

/// Questions to people and their answers (control API §10.6).
extension SessionControl {
    mutating func open(_ approval: Approval) {
        guard !approvals.contains(where: { $0.approval.id == approval.id }) else { return }
        approvals.append(AskedApproval(approval: approval))
        // Bounded: of the closed ones the oldest are forgotten; open ones are as many as the graph has.
        while approvals.count > Self.mostApprovals, let old = approvals.firstIndex(where: { !$0.isOpen }) {
            approvals.remove(at: old)
        }
        emit(.approval(approval))
    }

    /// The first decision wins; the same once more is taken, another is not (R11).
    mutating func decide(_ command: Command, _ id: String, _ decision: Decision) {
        guard let index = approvals.firstIndex(where: { $0.approval.id == id }) else {
            return reject(command, "not-found")
        }
        let asked = approvals[index]
        if let former = asked.decision {
            let isSame = former.choice == decision.choice && former.edits == decision.edits
            return finish(
                command,
                CommandOutcome(
                    isSame ? .applied : .rejected, reason: isSame ? nil : "already-decided", turn: turn,
                    effect: isSame ? "unchanged" : nil, related: asked.command.map { [$0] } ?? []),
                details: [
                    "decision": .string(former.name), "decided_by": .string(asked.approval.decidedBy ?? ""),
                ])
        }
        guard asked.isOpen else { return reject(command, asked.approval.status.rawValue) }
        approvals[index].decision = decision
        approvals[index].command = command.id
        approvals[index].approval.decidedBy = command.principal.id
        order(command, .decide(approval: id, decision, command: command.id))
    }

    /// The graph took a decision, or could not: then another may be given while the question is open.
    mutating func decided(_ id: String, by command: Command, _ failure: String?) {
        guard let index = approvals.firstIndex(where: { $0.approval.id == id }), approvals[index].command == command.id
        else { return }
        if failure != nil {
            approvals[index].decision = nil
            approvals[index].command = nil
            approvals[index].approval.decidedBy = nil
        } else if let decision = approvals[index].decision {
            close(index, as: decision.status)
        }
    }

    mutating func close(_ id: String, as status: Approval.Status) {
        guard let index = approvals.firstIndex(where: { $0.approval.id == id }) else { return }
        close(index, as: status)
    }

    private mutating func close(_ index: Int, as status: Approval.Status) {
        guard approvals[index].isOpen, status != .pending else { return }
        approvals[index].approval.status = status
        if let filler = approvals[index].filler, unsaid.contains(filler) {
            unsaid.removeAll { $0 == filler }
            emit(.withdraw(speech: filler))
        }
        emit(.approval(approvals[index].approval))
    }

    /// Nobody needs to decide any more.
    mutating func voidApprovals() {
        for index in approvals.indices { close(index, as: .void) }
    }

    // MARK: - Waiting for a decision

    /// The next filler of a question that waits.
    func fillerDue(_ asked: AskedApproval) -> Date? {
        guard asked.isOpen, asked.decision == nil, asked.fillers < timings.fillers.count, ending == nil, !isCallerGone
        else { return nil }
        return asked.approval.askedAt.addingTimeInterval(timings.fillers[asked.fillers])
    }

    /// The caller hears that it takes time, unless they wait for another reason. Several that are due are one.
    mutating func elapseFillers() {
        for index in approvals.indices {
            var text: String?
            while let due = fillerDue(approvals[index]), due <= now {
                let number = approvals[index].fillers
                if number < phrases.fillers.count { text = phrases.fillers[number] }
                approvals[index].fillers += 1
            }
            guard let text, mode == .agent, !holdsTurns else { continue }
            approvals[index].filler = say(text, .reply, isPassing: true)
        }
    }

    /// A deadline stands still while its approver whispers (R5).
    mutating func suspendDeadlines() {
        let holder = hold?.kind == .whisper ? hold?.by : nil
        for index in approvals.indices {
            let asked = approvals[index]
            let suspends = asked.isOpen && holder != nil && asked.approval.approver == holder
            guard suspends != asked.isSuspended else { continue }
            approvals[index].isSuspended = suspends
            if asked.isOpen { emit(.suspendDeadline(approval: asked.approval.id, suspends)) }
        }
    }
}

extension Decision {
    fileprivate var status: Approval.Status {
        switch name {
        case "approve": .approved
        case "edit": .edited
        case "respond": .responded
        default: .rejected
        }
    }
}
