import Audio
import Timing

/// The caller's turn while they may still go on: what was heard of it, and what is made of it ahead of its end.
struct OpenTurn: Hashable, Sendable {
    /// Frames that are kept to judge by how the voice ended: 400 ms and the silence of a soft end.
    private static let tail = 25

    /// A word of what the agent says.
    struct Place: Hashable, Sendable {
        let utterance: Int
        let word: Int
    }

    let number: Int
    let began: Instant
    /// Where the agent was when it began.
    let agent: Place?
    /// How often the caller went on after the words had been asked for.
    private(set) var revision = 0
    /// Set while the words of this revision are asked for, or here.
    var softEnd: SoftEnd?
    /// The words so far, as they seem to be, and whether the recogniser takes them for whole.
    private(set) var partial = ""
    private(set) var isHinted = false
    /// How the voice ended.
    private(set) var voice: [VoiceActivity] = []
    /// Speech frames of the turn when the recogniser last gave a sign of life.
    private(set) var framesAtSign = 0
    var isRevived = false
    /// A part of it was the agent's own voice, come back.
    var isEcho = false
    /// Speech frames that may be the agent's own voice, less those that are not.
    private var doubt = 0
    /// What the agent said meanwhile, in utterances that are over.
    var ownWords: Set<String> = []

    init(number: Int, began: Instant, agent: Place? = nil) {
        self.number = number
        self.began = began
        self.agent = agent
    }

    /// Most of it may be the agent's own voice, of which nobody knows yet how it comes back.
    var isDoubtful: Bool { doubt > 0 }

    mutating func note(_ activity: VoiceActivity) {
        if activity.isSpeech { doubt += activity.mayBeEcho ? 1 : -1 }
        guard softEnd == nil else { return }
        if voice.count == Self.tail { voice.removeFirst() }
        voice.append(activity)
    }

    mutating func note(partial text: String, isHinted: Bool, speechFrames: Int) {
        (partial, self.isHinted, framesAtSign) = (text, isHinted, speechFrames)
    }

    /// The caller goes on: whatever was made of the words so far is stale.
    mutating func reopen() {
        revision += 1
        softEnd = nil
        isHinted = false
    }
}
