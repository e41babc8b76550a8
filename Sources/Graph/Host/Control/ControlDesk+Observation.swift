import Conversation
import Document
import Supervision

extension ControlDesk {
    /// What the desk itself learns from an event, before the control does.
    func observe(_ event: SessionControl.Event) async {
        let now = clock()
        switch event {
        case .callerBegan: mood.callerBegan(at: now)
        case .words(let turn, _):
            if turn.isCaller { mood.callerSaid(turn.text, at: now) }
            // While turns are held nobody else writes down what was said.
            if holdsTurns || !turn.isCaller { await host.note(turn.text, by: turn.isCaller ? .user : .assistant) }
        case .agentBegan: mood.agentBegan()
        case .agentEnded: mood.agentEnded()
        case .speechBegan(let id):
            mood.agentBegan()
            await record(speech: id, "started")
        case .speechEnded(let id, let heard, let isWhole):
            mood.agentEnded()
            await record(speech: id, isWhole ? "finished" : "truncated", heard: heard)
        default: break
        }
    }

    /// Words that a command brought are part of the conversation as far as they were heard.
    private func record(speech id: String, _ phase: String, heard: String? = nil) async {
        guard let speech = speeches.last(where: { $0.id == id }) else { return }
        var fields: [String: JSON] = [
            "speech_id": .string(id), "phase": .string(phase), "source": "control", "text": .string(speech.text),
        ]
        fields["heard"] = heard.map(JSON.string)
        await host.record(.extra(type: "speech", fields: fields))
        guard let heard else { return }
        speeches.removeAll { $0.id == id }
        if speech.isMemorable { await host.note(heard, by: .assistant) }
    }

    /// Writes how the caller feels, how satisfied they probably are, and what a list of calls shows.
    package func digest() async {
        guard !isLost, await !host.hasEnded else { return }
        let (now, state) = (clock(), await host.dialogue)
        let sentiment = mood.sentiment.score(at: now)
        let label = mood.sentiment.label(at: now).rawValue
        let satisfaction = mood.satisfaction(state, at: now)
        await host.record(
            .extra(
                type: "sentiment",
                fields: [
                    "score": .number(sentiment), "label": .string(label), "method": "lexicon",
                    "confidence": .number(mood.sentiment.confidence(at: now)),
                ]))
        await host.record(
            .extra(
                type: "satisfaction",
                fields: [
                    "score": .number(satisfaction.score), "confidence": .number(satisfaction.confidence),
                    "basis": .array(satisfaction.basis.map(JSON.string)),
                ]))
        var fields: [String: JSON] = [
            "mode": .string(control.mode.name), "turn": .int(state.conversation.turnCount),
            "node": .string(state.turn.node), "sentiment": .number(sentiment), "label": .string(label),
            "satisfaction": .number(satisfaction.score), "wait_s": .number(mood.wait(at: now)),
            "needs": .number(mood.need(state, at: now)),
        ]
        fields["last_words"] = mood.lastWords.map(JSON.string)
        await host.record(.extra(type: "feed", fields: fields))
    }
}
