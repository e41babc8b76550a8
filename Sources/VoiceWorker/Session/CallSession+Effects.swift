import Audio
import Client
import Conversation
import Dialogue
import Document
import Host
import Logging
import Supervision
import Timing

/// What turn-taking wants done.
extension CallSession {
    func tell(_ event: Dialogue.Event, now: Instant) {
        perform(dialogue.handle(event, now: now))
    }

    func perform(_ effects: [Dialogue.Effect]) {
        for effect in effects { perform(effect) }
    }

    private func perform(_ effect: Dialogue.Effect) {
        switch effect {
        case .listen(let samples, let turn): listen(samples, turn: turn)
        case .softEnd, .reopen, .reviveRecognition, .endOfUtterance, .abandonRecognition: steer(effect)
        case .prepare(let text, let turn, let revision): prepare(text, turn: turn, revision: revision)
        case .presynthesize(let text): presynthesize(text)
        case .duck, .hold, .resume: yield(effect)
        case .greet: ask(.greeting, turn: 0)
        case .ask(let text, let turn):
            reportWords(text, turn: turn, isAsked: true)
            ask(.words(text), turn: turn)
        case .askAgain(let turn): ask(.again, turn: turn)
        case .overheard(let text, let turn): reportWords(text, turn: turn, isAsked: false)
        case .speak(let utterance):
            reportSpeech(utterance)
            say(utterance)
        case .floor(let floor): report(floor)
        case .clearPlayout(let generation): clearPlayout(generation: generation)
        case .heard(let heard): note(heard)
        case .state(let state): show(state.rawValue)
        case .latency(let timings): report(timings)
        case .fault(let fault): report(fault)
        case .endCall(let reason): endCall(reason)
        }
    }

    private func listen(_ samples: [Int16], turn: Int) {
        if turn != listeningTurn {
            listeningTurn = turn
            ear.begin(turn: turn, vocabulary: vocabulary)
        }
        ear.listen(samples, turn: turn)
    }

    /// What the recogniser is to do.
    private func steer(_ effect: Dialogue.Effect) {
        switch effect {
        case .softEnd(let turn, let revision): ear.softEnd(turn: turn, revision: revision)
        case .reopen(let turn, let revision):
            forsake()
            ear.reopen(turn: turn, revision: revision)
        case .reviveRecognition(let turn):
            logger.warning("no words of somebody who speaks: another recogniser listens", metadata: ["turn": "\(turn)"])
            journal.note("recognizer_replaced", ["turn": .int(turn)])
            ear.revive()
        case .endOfUtterance(let turn, let revision): ear.finish(turn: turn, revision: revision)
        case .abandonRecognition(let turn): ear.abandon(turn: turn)
        default: break
        }
    }

    /// History gets the words that were heard; the log also those that the graph knows nothing of.
    private func note(_ heard: Heard) {
        showHeard(heard)
        reportSpeech(heard)
        switch heard.utterance.purpose {
        case .greeting: note(heard, of: replyIDs[0])
        case .reply(let turn): note(heard, of: replyIDs[turn])
        case .announcement(let id, _): note(heard, of: id)
        case .controlled(let speech) where speech.isMemorable: break  // The desk writes it down.
        case .holding, .apology, .repair, .silencePrompt, .farewell, .controlled:
            if !heard.text.isEmpty { journal.said(heard.text) }
        }
    }

    private func note(_ heard: Heard, of reply: String?) {
        guard let reply else { return journal.said(heard.text) }
        ledger.note(heard.text, of: reply, isComplete: heard.isComplete)
    }

    private func report(_ fault: Fault) {
        if case .reply(let turn) = fault, asked == turn { asked = nil }
        logger.warning("fault", metadata: ["what": "\(fault)"])
        journal.note("fault", ["what": .string("\(fault)")])
    }

    private func endCall(_ reason: EndReason) {
        switch reason {
        case .callerLeft:
            desk?.tell(.callerLeft)
            end(.ended(reason: "caller_left"))
        case .finished: end(.ended(reason: "goodbye"), after: services.timings.lastWords)
        case .silence: end(.ended(reason: "silence"), after: services.timings.lastWords)
        case .notUnderstood: end(.ended(reason: "not_understood"), after: services.timings.lastWords)
        case .concluded: end(.ended(reason: endReason ?? "shutdown"), after: services.timings.lastWords)
        }
    }
}
