import Dialogue
import Document
import Host
import Supervision

/// What those who steer the call and those who watch it are told of the floor.
extension CallSession {
    func report(_ floor: FloorReport) {
        switch floor {
        case .callerBegan:
            if let caller = watch.identity { _ = self.floor.begin(caller) }
            desk?.tell(.callerBegan)
        case .callerEnded:
            self.floor.end()
            desk?.tell(.callerEnded)
        case .thinking(let turn): desk?.tell(.thinking(turn: turn))
        case .answered(let turn): desk?.tell(.answered(turn: turn))
        case .agentBegan(let isInterruptible): desk?.tell(.agentBegan(isInterruptible: isInterruptible))
        case .agentEnded: desk?.tell(.agentEnded)
        case .speechBegan(let id): desk?.tell(.speechBegan(id: id))
        case .speechEnded(Self.recordingNotice, _, let isWhole): beginRecording(isTold: isWhole)
        case .speechEnded(let id, let heard, let isWhole):
            desk?.tell(.speechEnded(id: id, heard: heard, isWhole: isWhole))
        case .cutOff(let heard): desk?.tell(.cutOff(heard: heard))
        case .bargeIn(let heard): journal.note("barge_in", ["turn": .int(listeningTurn), "heard": .string(heard)])
        case .falseInterruption: journal.note("false_interruption", ["turn": .int(listeningTurn)])
        }
    }

    /// Words of the caller that make a turn; those the graph is asked are written down by its host.
    func reportWords(_ text: String, turn: Int, isAsked: Bool) {
        heedRecording(text)
        desk?.tell(.words(HeldTurn(speaker: Self.caller, text: text), turn: turn))
        journal.note(
            "turn",
            [
                "turn": .int(turn), "phase": .string(isAsked ? "asked" : "held"), "source": "caller",
                "heard": .string(text),
            ])
    }

    /// How the words of somebody who is not an attendant are known to the control.
    static let caller = "caller"

    /// An utterance of the agent begins. What a command wanted said is the desk's to write down.
    func reportSpeech(_ utterance: Utterance) {
        guard utterance.command == nil else { return }
        journal.note(
            "speech",
            [
                "phase": "started", "id": .int(utterance.id), "source": .string(utterance.source),
                "planned": .string(utterance.text),
            ])
    }

    /// It is over: what was planned, and what was heard.
    func reportSpeech(_ heard: Heard) {
        guard heard.utterance.command == nil else { return }
        let words: [String: JSON] = [
            "source": .string(heard.utterance.source), "planned": .string(heard.utterance.text),
            "heard": .string(heard.text),
        ]
        var speech = words
        speech["phase"] = heard.isComplete ? "finished" : "truncated"
        speech["id"] = .int(heard.utterance.id)
        journal.note("speech", speech)
        guard case .reply(let turn) = heard.utterance.purpose, heard.isComplete else { return }
        journal.note("turn", words.merging(["turn": .int(turn), "phase": "spoken"]) { _, new in new })
    }
}

extension Utterance {
    /// Who speaks by it, for the log.
    fileprivate var source: String {
        switch purpose {
        case .greeting: "greeting"
        case .reply: "reply"
        case .announcement: "notification"
        case .holding: "filler"
        case .apology: "apology"
        case .repair: "repair"
        case .silencePrompt: "prompt"
        case .farewell: "farewell"
        case .controlled: "control"
        }
    }

    fileprivate var command: String? {
        if case .controlled(let speech) = purpose { speech.id } else { nil }
    }
}
