extension Utterance {
    /// The lower, the sooner.
    var rank: Int {
        switch purpose {
        case .announcement(_, .interrupt): 0
        case .announcement(_, .high): isResumed ? 1 : 3
        case .announcement: isResumed ? 1 : 4
        default: isResumed ? 1 : 2
        }
    }

    /// For which the agent interrupts itself.
    var isUrgent: Bool { rank == 0 }

    /// News of medium and low priority, which waits for quiet.
    var isNews: Bool {
        switch purpose {
        case .announcement(_, .medium), .announcement(_, .low): true
        default: false
        }
    }

    /// The caller's next words make it pointless.
    var isSuperseded: Bool {
        if case .announcement = purpose { return false }
        return isInterruptible
    }

    /// Its rest is said after an interruption that was none.
    var isWorthResuming: Bool { purpose != .holding && purpose != .silencePrompt }

    /// Belongs to the conversation's history, as opposed to phrases that only bridge.
    var isMemorable: Bool {
        switch purpose {
        case .greeting, .reply, .announcement: true
        case .holding, .apology, .repair, .silencePrompt, .farewell: false
        }
    }
}
