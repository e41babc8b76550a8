import Conversation
package import Engine
import FoundationEssentials
import Supervision

extension ConversationHost {
    /// Tells which questions to people were asked and which were closed by the newest step.
    func tellQuestions() {
        guard let observer else { return }
        for question in execution.interrupts where question.question.kind == "tool_approval" {
            if question.isPending {
                if asked.insert(question.id).inserted { observer(.approvalAsked(approval(question))) }
            } else if asked.remove(question.id) != nil {
                observer(.approvalClosed(id: name(of: question.id), status: question.status))
            }
        }
    }

    /// A question to people as they see it.
    func approval(_ question: Interrupt) -> Supervision.Approval {
        let tool = execution.state.memory.approvals.first { $0.question == question.id }?.tool
        return Approval(
            id: name(of: question.id), session: sessionID, tool: tool?.name ?? question.question.kind,
            arguments: question.question.details, prompt: question.question.prompt, askedAt: question.askedAt,
            deadline: question.deadline, status: question.status)
    }

    private func name(of question: RequestID) -> String { "\(sessionID):\(question.number)" }

    private func question(named name: String) -> RequestID? {
        guard name.hasPrefix("\(sessionID):") else { return nil }
        return Int(name.dropFirst(sessionID.count + 1)).map(RequestID.init)
    }

    /// What a person decided of a question, by its name: `approve`, `edit` with other arguments, `reject` or `respond` with
    /// words for the caller; what hindered it.
    package func decide(_ name: String, _ decision: Decision) async -> String? {
        guard let id = question(named: name) else { return "not-found" }
        // Whoever edits approves what was edited.
        let choice = decision.choice == "edit" ? "approve" : decision.choice
        do {
            try await decide(id, Decision(choice, note: decision.note, edits: decision.edits))
            return nil
        } catch let error as DecisionError {
            return error.slug
        } catch {
            return "session-ended"
        }
    }

    /// Lets the clock of a question stand still, or run on.
    package func suspend(_ name: String, _ isSuspended: Bool) async {
        guard let id = question(named: name) else { return }
        _ = try? await alone(isOwn: true) { [self] in
            let approvals = execution.state.memory.approvals
            guard let index = approvals.firstIndex(where: { $0.question == id }),
                let question = questions.first(where: { $0.id == id })
            else { return }
            var next = execution
            let now = world.clock()
            if isSuspended, let deadline = question.deadline {
                next.state.memory.approvals[index].left = max(0, deadline.timeIntervalSince(now))
                next.setDeadline(of: id, to: nil)
            } else if !isSuspended, let left = approvals[index].left {
                next.state.memory.approvals[index].left = nil
                next.setDeadline(of: id, to: now.addingTimeInterval(left))
            }
            await checkpoint(&next)
            setAlarm()
        }
    }
}

extension Interrupt {
    /// What became of it, as feeds say it.
    fileprivate var status: Supervision.Approval.Status {
        switch state {
        case .pending: .pending
        case .expired: .expired
        case .withdrawn: .void
        case .decided(let decision):
            switch decision.choice {
            case "approve": decision.edits == nil ? .approved : .edited
            case "respond": .responded
            default: .rejected
            }
        }
    }
}

extension DecisionError {
    fileprivate var slug: String {
        switch self {
        case .unknownInterrupt: "not-found"
        case .expired: "expired"
        case .withdrawn: "void"
        case .alreadyDecided: "already-decided"
        case .unknownChoice: "unknown-choice"
        case .step: "failed"
        }
    }
}
