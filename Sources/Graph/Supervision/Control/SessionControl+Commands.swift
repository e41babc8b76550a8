import Document
import Engine
import FoundationEssentials

/// How a command comes in and what becomes of it (control API §9).
extension SessionControl {
    mutating func take(_ command: Command) {
        if let old = settled.firstIndex(where: { $0.id == command.id }) { return repeatOutcome(old, of: command) }
        guard !pending.contains(where: { $0.id == command.id }) else { return }
        if let refusal = refusal(of: command) { return finish(command, refusal.outcome, details: refusal.details) }
        if command.body.needsLease, lease?.holder.id == command.principal.id { grace = nil }
        dispatch(command)
        guard let waiting = pending.first(where: { $0.id == command.id }) else { return }
        emit(.outcome(CommandOutcome(.queued, related: waiting.related), of: command))
    }

    /// The same command again. Where another process gave its outcome and was lost, the log may not have it.
    private mutating func repeatOutcome(_ index: Int, of command: Command) {
        guard settled[index].isUncertain else { return }
        settled[index].isUncertain = false
        emit(.outcome(settled[index].outcome, of: command))
    }

    private func refusal(of command: Command) -> (outcome: CommandOutcome, details: [String: JSON])? {
        if isOver { return (CommandOutcome(.expired, reason: "session-ended", turn: turn), [:]) }
        if command.expiry <= now { return (CommandOutcome(.expired, reason: "ttl", turn: turn), [:]) }
        if let ending, !command.mayCome(after: ending) {
            return (CommandOutcome(.expired, reason: "session-ended", turn: turn), [:])
        }
        let reason =
            !command.isAllowed
            ? "forbidden"
            : isStale(command.precondition, sequence: sequence) ? "stale-turn" : leaseRefusal(of: command)
        if let reason { return (CommandOutcome(.rejected, reason: reason, turn: turn), details(of: reason)) }
        if isCallerGone, command.body.needsCaller {
            return (CommandOutcome(.rejected, reason: "caller-left", turn: turn), [:])
        }
        guard pending.count < Self.mostPending || command.body.needsNoRoom else {
            return (CommandOutcome(.rejected, reason: "quota", turn: turn), [:])
        }
        return nil
    }

    /// Whether the conversation is no longer as the sender saw it. Of the log only the sender's view counts: what
    /// came after it.
    func isStale(_ precondition: Command.Precondition?, sequence: Int? = nil) -> Bool {
        guard let precondition else { return false }
        if let turn = precondition.turn, turn != self.turn { return true }
        if let mode = precondition.mode, mode != self.mode.name { return true }
        if let seen = precondition.sequence, let sequence, sequence > seen { return true }
        return false
    }

    private func leaseRefusal(of command: Command) -> String? {
        guard command.body.needsLease, !command.isPlea else { return nil }
        guard let lease else { return "lease-needed" }
        return lease.holder.id == command.principal.id ? nil : "control-held"
    }

    /// What goes with a refusal, so that the sender can be told.
    private func details(of reason: String) -> [String: JSON] {
        guard reason == "control-held", let lease else { return [:] }
        return ["holder": lease.holder.json, "expires_at": .string(lease.expiry.moment)]
    }

    private mutating func dispatch(_ command: Command) {
        switch command.body {
        case .say, .chat, .note: speak(command)
        case .inject, .regenerate: instruct(command)
        case .beginWhisper, .injectWhisper, .cancelWhisper: whisper(command)
        case .pause, .resume, .muteAgent, .unmuteAgent, .interrupt: silence(command)
        case .takeOver(let attachment, let announcement): takeOver(command, attachment, announcement)
        case .release(let brief): release(command, brief)
        case .transfer(let target, let message, let isBlocking): transfer(command, target, message, isBlocking)
        case .setContext(let change): order(command, .setContext(change, command: command.id))
        case .goTo(let node): order(command, .goTo(node: node, command: command.id))
        case .decide(let approval, let decision): decide(command, approval, decision)
        case .end(let message, let reason, let isForced): end(command, message, reason, isForced: isForced)
        case .cancel(let other): cancel(command, other)
        case .acquireLease(let term, let steals): acquireLease(command, for: term, steals: steals)
        case .renewLease: renewLease(command)
        case .releaseLease: releaseLease(command)
        // Of a holder's connection the control hears by events.
        case .keepLease, .loseLease: reject(command, "forbidden")
        }
    }

    // MARK: - Outcomes

    mutating func wait(_ command: Command, _ stage: PendingCommand.Stage) {
        pending.append(PendingCommand(command: command, stage: stage))
    }

    /// Has an effect carried out; `carriedOut` is the command's outcome.
    mutating func order(_ command: Command, _ effect: Effect) {
        wait(command, .ordered)
        emit(effect)
    }

    mutating func apply(_ command: Command, _ effect: String, heard: String? = nil) {
        finish(command, CommandOutcome(.applied, turn: turn, effect: effect, heard: heard))
    }

    mutating func reject(_ command: Command, _ reason: String) {
        finish(command, CommandOutcome(.rejected, reason: reason, turn: turn))
    }

    /// Gives a command its final outcome.
    mutating func finish(_ command: Command, _ outcome: CommandOutcome, details: [String: JSON] = [:]) {
        pending.removeAll { $0.id == command.id }
        settled.append(SettledCommand(id: command.id, outcome: outcome))
        settled.removeFirst(max(0, settled.count - Self.mostSettled))
        emit(.outcome(outcome, of: command, details: details))
    }

    /// Finishes a waiting command by its id, when it still waits.
    mutating func finish(_ id: String, _ outcome: CommandOutcome) {
        guard let waiting = pending.first(where: { $0.id == id }) else { return }
        var outcome = outcome
        outcome.turn = outcome.turn ?? turn
        outcome.related = waiting.related + outcome.related.filter { !waiting.related.contains($0) }
        finish(waiting.command, outcome)
    }

    /// Finishes a waiting command that has had no effect, and takes back what was prepared for it.
    mutating func drop(_ id: String, _ outcome: CommandOutcome) {
        guard let waiting = pending.first(where: { $0.id == id }) else { return }
        switch waiting.stage {
        case .given: emit(.withdraw(speech: id))
        case .unused: forget(id)
        default: break
        }
        if hold?.instruction == id { hold?.instruction = nil }
        finish(id, outcome)
    }

    mutating func carriedOut(_ id: String, _ failure: String?) {
        guard let waiting = pending.first(where: { $0.id == id }), waiting.stage == .ordered else { return }
        switch waiting.command.body {
        case .decide(let approval, _): decided(approval, by: waiting.command, failure)
        case .transfer where failure != nil && hold?.kind == .handoff: leave(bridge: phrases.resumption)
        default: break
        }
        finish(
            id,
            failure.map { CommandOutcome(.failed, reason: $0) }
                ?? CommandOutcome(.applied, effect: waiting.command.body.effect))
    }

    // MARK: - Taking back

    private mutating func cancel(_ command: Command, _ other: String) {
        guard let waiting = pending.first(where: { $0.id == other }) else {
            return reject(command, settled.contains { $0.id == other } ? "too-late" : "not-found")
        }
        let by = command.principal
        guard by.role == .admin || by.id == waiting.command.principal.id else { return reject(command, "forbidden") }
        guard waiting.isCancellable else { return reject(command, "too-late") }
        drop(other, CommandOutcome(.cancelled, related: [command.id]))
        finish(command, CommandOutcome(.applied, turn: turn, effect: "cancelled", related: [other]))
    }

    /// Nobody may see the session any more who could.
    mutating func revoke(_ principal: String) {
        let theirs = pending.filter { $0.command.principal.id == principal && $0.isMortal }
        let holds = lease?.holder.id == principal
        for waiting in theirs { drop(waiting.id, CommandOutcome(.cancelled, reason: "revoked")) }
        if holds { endLease("revoked") }
        guard let takeover, takeover.by == principal else { return }
        if takeover.isOffered { failTakeover("revoked", status: .cancelled) } else { endTakeover("revoked") }
    }

    /// What waited too long expires.
    mutating func expireCommands() {
        for waiting in pending where waiting.isMortal && waiting.command.expiry <= now {
            if waiting.stage == .ordered { carriedOut(waiting.id, "no-answer") }
            drop(waiting.id, CommandOutcome(.expired, reason: "ttl"))
            if hold?.command == waiting.id, hold?.isTold == false { expireHold("ttl") }
            if takeover?.command == waiting.id { failTakeover("ttl") }
        }
    }
}

extension Command {
    /// A caller, or a rule of the house, asks for a person.
    fileprivate var isPlea: Bool {
        guard case .transfer = body else { return false }
        return principal.role == .caller || principal.role == .worker
    }

    /// Callers type and ask for people, and nothing else; everybody else may do what the API let them ask for.
    fileprivate var isAllowed: Bool {
        guard principal.role == .caller else { return true }
        switch body {
        case .chat, .transfer: return true
        default: return false
        }
    }

    /// A forced end follows a polite one; notes and leases hurt nobody.
    fileprivate func mayCome(after ending: Ending) -> Bool {
        switch body {
        case .end(_, _, let isForced): isForced && !ending.isForced
        case .note, .renewLease, .releaseLease: true
        default: false
        }
    }
}

extension Command.Body {
    fileprivate var needsCaller: Bool {
        switch self {
        case .note, .end, .acquireLease, .renewLease, .releaseLease, .decide, .cancel, .setContext: false
        default: true
        }
    }

    /// Never waits, or matters more than a full queue.
    fileprivate var needsNoRoom: Bool {
        switch self {
        case .end, .note, .cancel, .acquireLease, .renewLease, .releaseLease, .release, .resume, .cancelWhisper,
            .unmuteAgent:
            true
        default: false
        }
    }

    /// What it did, once it was carried out.
    fileprivate var effect: String? {
        switch self {
        case .setContext: "changed"
        case .goTo: "routed"
        case .transfer: "requested"
        case .chat: "delivered"
        case .decide(_, let decision): decision.name
        default: nil
        }
    }
}

extension PendingCommand {
    /// Nothing of it was done yet.
    fileprivate var isCancellable: Bool { [.parked, .given, .unused].contains(stage) }
}
