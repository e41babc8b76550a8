import Audio
import Dialogue

/// The beginnings that many conversations share.
extension Scenario {
    /// Ten words of four letters: 2.45 s of sound, each word begins every 250 ms.
    static let longReply = "aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj"
    /// When its first 20 ms have left: the caller's words end at 1400, their turn at 1712, and the sound takes 80 ms from the
    /// order at 1680.
    static let replyBegan = 1_760
    /// When its last have.
    static let replyEnds = replyBegan + ScriptedSynthesizer.duration(of: longReply) - 20 + 10

    /// A caller asks for an oil change, and the agent begins its long reply.
    static func talk(timesWords: Bool = true, _ numbers: TurnTaking = TurnTaking()) -> Scenario {
        var scenario = Scenario(numbers)
        scenario.caller.says("i need an oil change", at: 0.6, lasting: 0.8)
        scenario.model.answers(longReply, "Fine.", firstToken: 0.1)
        scenario.synthesizer.timesWords = timesWords
        return scenario
    }

    /// The caller answers a question that waits for an answer of this kind.
    static func answer(_ text: String, _ profile: AnswerProfile, lasting: Double = 0.8) -> Scenario {
        var scenario = Scenario(greeting: nil)
        scenario.model.answers("Hi.", "Fine.", firstToken: 0.1)
        scenario.model.expects = profile
        scenario.caller.says(text, at: 0.8, lasting: lasting)
        return scenario
    }

    /// The silence that ends a turn with these words, of a caller of whom nothing is known, in milliseconds.
    static func wait(_ text: String, _ profile: AnswerProfile = .open) -> Double {
        EndOfTurn().wait(after: EndOfTurn.Words(text), profile: profile, voice: [], limits: .of(profile))
            / .milliseconds(1)
    }
}
