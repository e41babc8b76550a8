import Audio
import Dialogue
import NIOCore
import Timing

/// The steps of a barge-in, each within the call stack that decided it.
extension CallSession {
    /// Lowers the agent's voice, stops it, or lets it go on.
    func yield(_ effect: Dialogue.Effect) {
        switch effect {
        case .duck(let isDown):
            agentVoice.duck(isDown)
            if isDown { moments.duckedAt = .monotonic() }
        case .hold:
            agentVoice.hold()
            moments.heldAt = .monotonic()
        case .resume(let rewind): goOn(rewind)
        default: break
        }
    }

    /// What was gone back less than was wanted counts as heard, as it was before.
    private func goOn(_ rewind: Duration) {
        let distance = agentVoice.resume(rewind: rewind)
        moments.resumedAt = .monotonic()
        guard distance < rewind, let utterance = dialogue.heardSoFar?.utterance else { return }
        // After the effects at hand, which the dialogue has decided without knowing that.
        loop.execute { [weak self] in
            self?.assumeIsolated {
                $0.tell(.played(utterance: utterance, duration: rewind - distance), now: .monotonic())
            }
        }
    }

    func clearPlayout(generation: Int) {
        agentVoice.clear()
        moments.clearedAt = .monotonic()
        precondition(agentVoice.playout.generation == generation, "the dialogue and the playout buffer count alike")
        synthesis?.cancel()
        making = nil
        wakeWriters()
    }
}
