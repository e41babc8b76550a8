package import FoundationEssentials

/// When something happens by itself.
extension SessionControl {
    /// When to be woken, if nothing happens before.
    package var timeout: Date? {
        guard !isOver else { return nil }
        return (deadlines + [lease?.expiry, grace, floor.wordsDue, floor.silencing?.until, returning?.until])
            .compactMap { $0 }.min()
    }

    private var deadlines: [Date?] {
        var dates: [Date?] = [hold?.limit, hold?.reassurance, ending?.until]
        switch hold?.phase {
        case .listening(let until), .excusing(_, let until): dates.append(until)
        case .stopping, .held, nil: break
        }
        switch takeover?.phase {
        case .offered(let until), .switching(let until), .reconnecting(let until): dates.append(until)
        case .human, nil: break
        }
        dates += pending.filter(\.isMortal).map(\.command.expiry)
        dates += instructions.map(\.instruction.expiry)
        return dates + approvals.map(fillerDue)
    }

    /// Lets all happen that is due.
    mutating func elapse() {
        // Each round settles at least one thing; more rounds than things to settle there cannot be.
        var rounds = 0
        while let due = timeout, due <= now, rounds < 1_000 {
            elapseOnce()
            rounds += 1
        }
    }

    private mutating func elapseOnce() {
        if let due = floor.wordsDue, due <= now {
            floor.wordsDue = nil
            answerIfWanted()
            goOnIfFree()
        }
        elapseLease()
        elapseSilencing()
        expireCommands()
        expireInstructions()
        elapseHold()
        elapseTakeover()
        elapseReturn()
        elapseFillers()
        elapseEnding()
    }
}
