extension Utterance {
    /// How urgent something is (control API §10.4), from the most to the least.
    enum Urgency: Int, Hashable, Sendable, Comparable {
        case farewell, supervisor, excuse, interrupt, handoff, reply, high, filler, prompt, news

        static func < (one: Urgency, other: Urgency) -> Bool { one.rawValue < other.rawValue }
    }

    /// How something more urgent deals with what is being said.
    enum Manner: Hashable, Sendable {
        /// It waits for its end.
        case waits
        /// It waits for the end of the sentence, and lets the rest follow.
        case yieldsAtSentence
        /// It cuts it off, and lets the rest follow.
        case cutsIn
        /// It cuts it off and takes its place.
        case replaces
    }

    var urgency: Urgency {
        switch purpose {
        case .farewell: .farewell
        case .controlled(let speech) where speech.waitsForQuiet: .prompt
        case .controlled(let speech): Urgency(rawValue: speech.priority.rawValue) ?? .reply
        case .announcement(_, .interrupt): .interrupt
        case .announcement(_, .high): .high
        case .announcement: .news
        case .greeting, .reply, .apology, .repair: .reply
        case .holding: .filler
        case .silencePrompt: .prompt
        }
    }

    /// The lower, the sooner. What was interrupted for nothing goes before everything that may not interrupt.
    var rank: Int {
        let own = urgency.rawValue * 2
        return isResumed ? min(own, Urgency.handoff.rawValue * 2 + 1) : own
    }

    var manner: Manner {
        switch purpose {
        case .announcement(_, .interrupt): .cutsIn
        case .farewell: .replaces
        case .controlled(let speech) where speech.waitsForQuiet: .waits
        case .controlled(let speech): speech.isImmediate ? .replaces : .yieldsAtSentence
        default: .waits
        }
    }

    /// News of medium and low priority, which waits for quiet.
    var isNews: Bool { urgency == .news }

    /// Said on the agent's own account, without anybody having spoken.
    var isUnasked: Bool {
        switch purpose {
        case .announcement, .repair, .silencePrompt: true
        default: false
        }
    }

    /// The caller's next words make it pointless.
    var isSuperseded: Bool {
        switch purpose {
        case .announcement, .controlled: false
        default: isInterruptible
        }
    }

    /// It outlives `.silence`, and what takes its place.
    var isLasting: Bool {
        switch purpose {
        case .announcement, .controlled, .farewell: true
        default: false
        }
    }

    /// Its rest is said after an interruption that was none.
    var isWorthResuming: Bool { purpose != .holding && purpose != .silencePrompt }

    /// Belongs to the conversation's history, as opposed to phrases that only bridge.
    var isMemorable: Bool {
        switch purpose {
        case .greeting, .reply, .announcement: true
        case .controlled(let speech): speech.isMemorable
        case .holding, .apology, .repair, .silencePrompt, .farewell: false
        }
    }

    /// Who wanted it said; `nil`: nobody.
    var controlID: String? {
        if case .controlled(let speech) = purpose { speech.id } else { nil }
    }
}
