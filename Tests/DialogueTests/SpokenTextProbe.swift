import Audio
import Dialogue
import Timing

/// Asks a `Dialogue` what was heard of one utterance after a given time.
struct SpokenTextProbe {
    private let text: String
    private var timed: [(String, Double)] = []

    init(_ text: String) { self.text = text }

    mutating func time(_ piece: String, _ seconds: Double) { timed.append((piece, seconds)) }

    func heard(_ played: Double, of total: Double) -> String? {
        var dialogue = Dialogue()
        let effects = dialogue.handle(.callerJoined(greeting: text), now: .origin)
        guard case .speak(let utterance) = effects.first else { return nil }
        let id = utterance.id
        for (piece, seconds) in timed {
            _ = dialogue.handle(.timed(utterance: id, text: piece, duration: .seconds(seconds)), now: .origin)
        }
        _ = dialogue.handle(.synthesized(utterance: id, duration: .seconds(total)), now: .origin)
        _ = dialogue.handle(.synthesisFinished(utterance: id), now: .origin)
        _ = dialogue.handle(.played(utterance: id, duration: .seconds(played)), now: .origin)
        for effect in dialogue.handle(.callerLeft(mayReturn: false), now: .origin) {
            if case .heard(let heard) = effect { return heard.text }
        }
        return nil
    }
}
