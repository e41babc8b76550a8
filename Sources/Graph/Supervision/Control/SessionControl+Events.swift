import FoundationEssentials

/// Which event concerns whom.
extension SessionControl {
    mutating func take(_ event: Event) {
        if case .command(let command, let sequence) = event {
            self.sequence = sequence
            return take(command)
        }
        guard !isOver else { return }
        takeFloor(event)
        takeSpeech(event)
        takeGraph(event)
        takeRoom(event)
    }

    private mutating func takeFloor(_ event: Event) {
        switch event {
        case .callerBegan: callerBegan()
        case .callerEnded: callerEnded()
        case .words(let words, let turn): self.words(words, turn: turn)
        case .thinking(let turn): thinking(turn)
        case .answered(let turn): answered(turn)
        default: break
        }
    }

    private mutating func takeSpeech(_ event: Event) {
        switch event {
        case .agentBegan(let isInterruptible): agentBegan(isInterruptible: isInterruptible)
        case .agentEnded: agentEnded()
        case .speechBegan(let id): speechBegan(id)
        case .speechEnded(let id, let heard, let isWhole): speechEnded(id, heard: heard, isWhole: isWhole)
        case .cutOff(let heard): if floor.silencing != nil { silenced(heard) }
        default: break
        }
    }

    private mutating func takeGraph(_ event: Event) {
        switch event {
        case .toolBegan(let id): floor.tools.insert(id)
        case .toolEnded(let id): toolEnded(id)
        case .approvalAsked(let approval): open(approval)
        case .approvalClosed(let id, let status): close(id, as: status)
        case .consumed(let commands, let turn): consumed(commands, turn: turn)
        case .carriedOut(let command, let failure): carriedOut(command, failure)
        default: break
        }
    }

    private mutating func takeRoom(_ event: Event) {
        switch event {
        case .revoked(let principal): revoke(principal)
        case .holderSeen(let principal): keepHolder(principal)
        case .holderLost(let principal): loseHolder(principal)
        case .trackBegan(let attachment): trackBegan(attachment)
        case .trackEnded(let attachment): trackEnded(attachment)
        case .callerLeft: callerLeft()
        case .adopted: adopt()
        case .ended: ended()
        default: break
        }
    }
}
