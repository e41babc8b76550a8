import Conversation
import Supervision

/// A session's place in the directory: the record, and how far the log was read into it.
struct DirectoryEntry: Hashable, Sendable {
    var record: SessionRecord
    /// Whether somebody entered it, and so decided whose it is; else only its log speaks of it.
    var isEntered = false
    /// The numbers of the events that last changed parts of it: an earlier event that comes later changes nothing.
    var summarySequence = 0
    var modeSequence = 0

    /// What is entered anew: it keeps its owner, its guests, and what people wrote on it.
    mutating func enter(_ new: SessionRecord) {
        if !isEntered {
            let guests = record.ownership.guests
            record.ownership = new.ownership
            record.ownership.guests.formUnion(guests)
            record.title = record.title ?? new.title
            if record.tags.isEmpty { record.tags = new.tags }
            isEntered = true
        }
        record.replaceSummary(new.summary)
        if modeSequence == 0 { record.mode = new.mode }
        record.lastSequence = max(record.lastSequence, new.lastSequence)
    }

    /// Reads an event of the session's log into it.
    mutating func take(_ change: SessionChange?, at sequence: Int) {
        record.lastSequence = max(record.lastSequence, sequence)
        switch change {
        case .mode(let mode) where sequence > modeSequence:
            record.mode = mode
            modeSequence = sequence
        case .summary(let summary) where sequence > summarySequence:
            record.replaceSummary(summary)
            summarySequence = sequence
        case .state(let agent, let intent, let customer) where sequence > summarySequence:
            record.summary.currentAgent = agent ?? record.summary.currentAgent
            record.summary.intent = intent ?? record.summary.intent
            record.summary.customerName = customer ?? record.summary.customerName
            summarySequence = sequence
        case .turn(let turn): record.summary.turnCount = max(record.summary.turnCount, turn)
        default: break
        }
    }
}

extension SessionRecord {
    /// A session that is over stays so, and counts its turns upwards.
    fileprivate mutating func replaceSummary(_ new: SessionSummary) {
        let old = summary
        summary = new
        summary.turnCount = max(old.turnCount, new.turnCount)
        summary.room = new.room ?? old.room
        if let end = old.endedAt, new.endedAt == nil {
            summary.endedAt = end
            summary.endReason = old.endReason
        }
    }
}
