import Audio
import Timing

/// The call as a whole: its beginning, the graph's answers, news, and its end.
extension Dialogue {
    // MARK: Beginning

    mutating func join(greeting: String?, now: Instant) {
        switch phase {
        case .waiting:
            phase = .active
            endOfTurn.reset()
            if let greeting {
                enqueue(greeting, .greeting)
            } else {
                question = Question(turn: 0, deadline: now + turnTaking.replyDeadline, holding: nil)
                effects.append(.greet)
                effects.append(.floor(.thinking(turn: 0)))
            }
        case .away:
            phase = .active
            interrupted?.isFalse = true
        case .active, .ended:
            break
        }
    }

    // MARK: Answers

    /// A reply that is not awaited (second, late, to another turn) changes nothing.
    mutating func takeReply(_ reply: Reply, now: Instant) {
        guard question?.turn == reply.turn else { return }
        guard !CallerWords.plain(reply.text).isEmpty else { return failReply(turn: reply.turn, now: now) }
        question = nil
        effects.append(.floor(.answered(turn: reply.turn)))
        timings?.reply = now
        expected = reply.expects ?? .open
        queue.removeAll { $0.purpose == .holding }
        enqueue(
            reply.text, reply.turn == 0 ? .greeting : .reply(turn: reply.turn),
            isInterruptible: reply.isInterruptible, ending: reply.endsCall ? .finished : nil)
    }

    /// The graph failed, or its deadline passed.
    mutating func failReply(turn: Int, now: Instant) {
        guard question?.turn == turn else { return }
        question = nil
        queue.removeAll { $0.purpose == .holding }
        effects.append(.fault(.reply(turn: turn)))
        effects.append(.floor(.answered(turn: turn)))
        if turn == 0 {
            enqueue(phrases.greeting, .greeting)
        } else {
            enqueue(phrases.apology, .apology)
        }
    }

    mutating func takeAnnouncement(_ announcement: Announcement) {
        guard queue.count < turnTaking.queueLimit else {
            effects.append(.fault(.queueFull(text: announcement.text)))
            return
        }
        enqueue(announcement.text, .announcement(id: announcement.id, announcement.priority))
    }

    // MARK: The line

    /// What the caller had begun to say is taken as said.
    mutating func loseLine(now: Instant) {
        guard !isLineLost else { return }
        isLineLost = true
        quietSince = nil
        letGo(now: now)
        if counter.isSpeaking { closeTurn(now: now) }
    }

    mutating func restoreLine(now: Instant) {
        isLineLost = false
        speaking?.progress(now: now)
    }

    // MARK: End

    mutating func leave(mayReturn: Bool, now: Instant) {
        guard phase != .waiting else { return end(.callerLeft) }
        forgetCaller()
        interrupt()
        guard mayReturn else { return end(.callerLeft) }
        guard phase == .active else { return }
        phase = .away(until: now + turnTaking.returnGrace)
    }

    /// Says `farewell` and ends the call when it was heard; at once when nobody can hear it. Not forced, it waits for what
    /// may not be interrupted.
    mutating func conclude(_ farewell: String, reason: EndReason, isForced: Bool) {
        guard phase == .active, !isLineLost, !CallerWords.plain(farewell).isEmpty else { return end(reason) }
        guard speaking?.utterance.ending != reason else { return }
        forgetCaller()
        if isForced || speaking?.utterance.isInterruptible == true { _ = cutOff() }
        (queue, question, interrupted, owesAnswer) = ([], nil, nil, false)
        enqueue(farewell, .farewell, isInterruptible: false, ending: reason)
    }

    /// A farewell that the caller may still talk into.
    mutating func sayFarewell(_ text: String, _ reason: EndReason) {
        guard !CallerWords.plain(text).isEmpty else { return end(reason) }
        enqueue(text, .farewell, ending: reason)
    }

    /// Nothing that the caller began is awaited any more.
    mutating func forgetCaller() {
        if counter.isSpeaking {
            counter.stop()
            open = nil
            effects.append(.abandonRecognition(turn: turn))
            effects.append(.floor(.callerEnded))
        }
        while !pending.isEmpty { abandonRecognition(at: 0) }
        (words, asides, keys, keysDue) = ([], [], "", nil)
        letGo(now: lastFrame)
    }

    /// The last effect of the call.
    mutating func end(_ reason: EndReason) {
        guard phase != .ended else { return }
        phase = .ended
        forgetCaller()
        if let cut = speaking?.utterance.id { endSpeaking(cut, isComplete: false, now: lastFrame) }
        (queue, question, speaking, interrupted, quietSince) = ([], nil, nil, nil, nil)
        reportControlled()
        if state != .idle {
            state = .idle
            effects.append(.state(.idle))
        }
        effects.append(.endCall(reason))
    }
}
