import FoundationEssentials

/// Silence that people order: pauses, muting, cutting off (control API §9).
extension SessionControl {
    mutating func silence(_ command: Command) {
        switch command.body {
        case .pause(let say, let seconds): pause(command, say, seconds)
        case .resume(let say): resume(command, say)
        case .muteAgent: mute(command)
        case .unmuteAgent:
            guard case .muted(let by) = mode, !isReturning else { return reject(command, "mode") }
            apply(command, "unmuted")
            goOn(Return(origin: .mute, by: by, bridge: nil))
        case .interrupt: interrupt(command)
        default: break
        }
    }

    private mutating func pause(_ command: Command, _ say: String?, _ seconds: TimeInterval) {
        let limit = now.addingTimeInterval(min(max(1, seconds), timings.pauseLimit))
        if hold?.kind == .pause, hold?.isHeld == true {
            hold?.limit = limit
            return apply(command, "extended")
        }
        guard mayHold(over: [.handoff, .lost]) else { return reject(command, "mode") }
        begin(
            Hold(
                kind: .pause, command: command.id, by: command.principal.id, excuse: say ?? phrases.excuse,
                isImmediate: false, limit: limit), for: command)
    }

    private mutating func resume(_ command: Command, _ say: String?) {
        guard let hold, hold.kind != .whisper else { return reject(command, "mode") }
        if let begin = hold.command { finish(begin, CommandOutcome(.cancelled, related: [command.id])) }
        apply(command, "resumed")
        leave(bridge: say ?? phrases.resumption)
    }

    private mutating func mute(_ command: Command) {
        guard mode == .agent, hold == nil, !isReturning, takeover?.isOffered ?? true else {
            return reject(command, "mode")
        }
        closeReturn()
        setMode(.muted(by: command.principal.id))
        setHolding(true)
        refuseWords()
        abandonAnswer()
        beSilent(atFrame: false)
        apply(command, "muted")
    }

    /// Nothing to cut off is no error (control API §9).
    private mutating func interrupt(_ command: Command) {
        guard floor.isInterruptible else { return apply(command, "uninterruptible") }
        guard beSilent(atFrame: true) else { return apply(command, "silent") }
        wait(command, .silencing)
    }
}
