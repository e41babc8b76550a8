import Audio
package import Timing

/// Every wait of the dialogue and what ends it.
extension Dialogue {
    private enum Wait: Sendable {
        case frames, turn, recognition, keys, yield, holding, reply, stall, synthesis, silence, news, absence
    }

    /// When to call `handleTimeout` next; `nil` while nothing is awaited.
    package var timeout: Instant? { soonest.instant }

    /// Ends the waits that are over at `now`.
    package mutating func handleTimeout(now: Instant) -> [Effect] {
        guard phase != .ended else { return [] }
        while phase != .ended, let instant = soonest.instant, let wait = soonest.reason, instant <= now {
            end(wait, now: now)
            giveFloor(now: now)
        }
        return settle(now: now)
    }

    private var soonest: Soonest<Wait> {
        var soonest = Soonest<Wait>()
        if case .away(let until) = phase { soonest.consider(until, .absence) }
        soonest.consider(pending.map(\.deadline).min(), .recognition)
        soonest.consider(keysDue, .keys)
        soonest.consider(question?.holding, .holding)
        soonest.consider(question?.deadline, .reply)
        guard phase == .active, !isLineLost else { return soonest }
        if counter.isSpeaking { soonest.consider(lastFrame + turnTaking.frameGap, .frames) }
        soonest.consider(turnEnd, .turn)
        soonest.consider(yieldDeadline, .yield)
        if let speaking, yield?.heldSince == nil {
            soonest.consider(speaking.lastProgress + turnTaking.synthesisDeadline, .synthesis)
            if speaking.played > .zero, !speaking.isReported {
                soonest.consider(speaking.lastProgress + turnTaking.stallReport, .stall)
            }
        }
        if let quietSince {
            soonest.consider(quietSince + turnTaking.silence, .silence)
            if queue.contains(where: \.isNews) { soonest.consider(quietSince + turnTaking.quietBeforeNews, .news) }
        }
        return soonest
    }

    private mutating func end(_ wait: Wait, now: Instant) {
        switch wait {
        case .frames: endUtteranceWithoutFrames(now: now)
        case .turn: closeTurn(now: now)
        case .recognition: giveUpRecognition(now: now)
        case .keys: flushKeys(now: now)
        case .yield: endYieldWait(now: now)
        case .holding: hold()
        case .reply: failReply(turn: question?.turn ?? 0, now: now)
        case .stall: reportStall()
        case .synthesis: giveUpSpeaking(now: now)
        case .silence: prompt()
        case .news: break  // `speakNext` tells it now.
        case .absence: end(.callerLeft)
        }
    }

    private mutating func endUtteranceWithoutFrames(now: Instant) {
        effects.append(.fault(.framesStopped(turn: turn)))
        closeTurn(now: now)
    }

    private mutating func giveUpRecognition(now: Instant) {
        guard let late = pending.min(by: { $0.deadline < $1.deadline }) else { return }
        effects.append(.abandonRecognition(turn: late.turn))
        failRecognition(turn: late.turn, revision: late.revision, now: now)
    }

    private mutating func hold() {
        question?.holding = nil
        guard speaking == nil else { return }
        enqueue(phrases.holding, .holding)
    }

    private mutating func reportStall() {
        guard let current = speaking else { return }
        speaking?.isReported = true
        effects.append(.fault(.stalled(utterance: current.utterance.id)))
    }

    private mutating func giveUpSpeaking(now: Instant) {
        guard let current = speaking else { return }
        effects.append(.fault(.synthesis(utterance: current.utterance.id)))
        generation += 1
        effects.append(.clearPlayout(generation: generation))
        endSpeaking(current.utterance.id, isComplete: false, now: now)
    }

    /// Nobody has spoken for a while.
    private mutating func prompt() {
        quietSince = nil
        guard silencePrompts < turnTaking.mostSilencePrompts, let last = phrases.silencePrompts.last else {
            return sayFarewell(phrases.silenceFarewell, .silence)
        }
        let index = silencePrompts
        silencePrompts += 1
        enqueue(index < phrases.silencePrompts.count ? phrases.silencePrompts[index] : last, .silencePrompt)
    }

    /// Keeps the moment at which silence began.
    mutating func noteQuiet(now: Instant) {
        let isQuiet = isFloorFree && !isHushed && queue.allSatisfy(\.isNews)
        if !isQuiet {
            quietSince = nil
        } else if quietSince == nil {
            quietSince = now
        }
    }
}
