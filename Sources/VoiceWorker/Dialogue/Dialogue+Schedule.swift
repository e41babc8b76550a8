import Audio
import Timing

/// The speech scheduler (control API §10.4): who speaks next, and who gives way to whom.
extension Dialogue {
    /// Begins the most urgent utterance that may be said now.
    mutating func speakNext(now: Instant) {
        guard phase == .active, !isLineLost, !queue.isEmpty, !isCallerBusy || isConcluding else {
            return
        }
        let eligible = queue.indices.filter { maySay(queue[$0], now: now) }
        guard let index = eligible.min(by: { queue[$0].rank < queue[$1].rank }) else { return }
        guard speaking == nil || mayCutIn(queue[index]) else { return }
        let next = queue.remove(at: index)
        giveWay(to: next)
        begin(next, now: now)
    }

    /// The last words wait for nobody.
    private var isConcluding: Bool { queue.contains { $0.purpose == .farewell && !$0.isInterruptible } }

    private func maySay(_ utterance: Utterance, now: Instant) -> Bool {
        guard !isHushed || !utterance.isUnasked else { return false }
        return switch utterance.purpose {
        case .announcement(_, .interrupt): true
        case .announcement(_, .high): pending.isEmpty && words.isEmpty && question == nil && interrupted == nil
        case .announcement: quietSince.map { now - $0 >= turnTaking.quietBeforeNews } ?? false
        case .controlled(let speech) where speech.waitsForQuiet: isFloorFree && interrupted == nil
        case .controlled(let speech) where speech.isImmediate: true
        case .farewell where !utterance.isInterruptible: true
        default: pending.isEmpty
        }
    }

    /// The caller speaks, or dials.
    var isCallerBusy: Bool { counter.isSpeaking || !keys.isEmpty }

    /// Nobody speaks, and neither words nor an answer are awaited.
    var isFloorFree: Bool {
        phase == .active && !isLineLost && speaking == nil && !isCallerBusy && pending.isEmpty && words.isEmpty
            && question == nil && !owesAnswer
    }

    /// Whether what is being said gives way now; where it will at the end of its sentence, that is arranged.
    private mutating func mayCutIn(_ next: Utterance) -> Bool {
        guard let current = speaking?.utterance, current.isInterruptible, next.urgency < current.urgency else {
            return false
        }
        switch next.manner {
        case .waits: return false
        case .cutsIn, .replaces: return true
        case .yieldsAtSentence:
            speaking?.stopAtSentence()
            return speaking?.hasReachedStop ?? true
        }
    }

    /// What is cut off goes on afterwards, unless what cuts it off takes its place.
    private mutating func giveWay(to next: Utterance) {
        let isSilenced = isFallingSilent
        guard let cut = cutOff() else { return }
        let goesOn = cut.utterance.isLasting || (next.manner != .replaces && !isSilenced)
        if goesOn, !cut.rest.isEmpty { enqueueRest(of: cut) }
    }

    private mutating func begin(_ waiting: Utterance, now: Instant) {
        if waiting.purpose == .farewell, !waiting.isInterruptible { forgetCaller() }
        var utterance = waiting
        utterance.generation = generation
        speaking = Speaking(utterance, charactersPerSecond: turnTaking.charactersPerSecond, now: now)
        reportControlled()
        if case .reply(timings?.turn) = utterance.purpose { timings?.speak = now }
        effects.append(.speak(utterance))
        takeFloor(utterance)
    }

    private mutating func takeFloor(_ utterance: Utterance) {
        guard let id = utterance.controlID else {
            return effects.append(.floor(.agentBegan(isInterruptible: utterance.isInterruptible)))
        }
        guard controlled[id] == nil else { return }
        controlled[id] = ControlledProgress()
        effects.append(.floor(.speechBegan(id: id)))
    }
}
