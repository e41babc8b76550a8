import Conversation
import FoundationEssentials
import Testing

@Suite("How a caller feels is estimated by stated formulas")
struct MoodTests {
    private let start = Date(timeIntervalSince1970: 1_777_888_800)

    @Test(
        "words are scored by the lexicon, negation turns them round",
        arguments: [
            ("that's great", 0.5), ("hello there", 0), ("very good", 0.6), ("this is not good", -1.5 / 3.5),
            ("no thanks", 0.5), ("it is not a problem", 0.75 / 2.75), ("no, good", 0.5), ("terrible", -0.6), ("", 0),
        ])
    func lexicon(text: String, score: Double) {
        #expect(abs(SentimentLexicon.score(text) - score) < 1e-9)
    }

    @Test("sentiment halves its memory every thirty seconds and weighs words by confidence and length")
    func sentiment() {
        var sentiment = Sentiment()
        #expect(sentiment.score(at: start) == 0)
        #expect(sentiment.label(at: start) == .neutral)
        sentiment.hear(0.8, words: 4, at: start)
        sentiment.hear(-0.2, words: 2, confidence: 0.8, at: start + 30)
        // (0.8 · 1 · ½ − 0.2 · 0.4) / (½ + 0.4)
        #expect(abs(sentiment.score(at: start + 30) - 0.32 / 0.9) < 1e-9)
        #expect(abs(sentiment.score(at: start + 90) - 0.32 / 0.9) < 1e-9)
        #expect(sentiment.label(at: start + 30) == .positive)
        #expect(abs(sentiment.confidence(at: start + 30) - 0.225) < 1e-9)
        #expect(sentiment.words == 6)
    }

    @Test("the shift is the last third less the first")
    func shift() {
        var sentiment = Sentiment()
        for score in [-0.5, -0.3, 0, 0, 0.4, 0.6] { sentiment.hear(score, words: 4, at: start) }
        #expect(abs(sentiment.shift - 0.9) < 1e-9)
    }

    @Test("satisfaction is the stated formula, with its strongest reasons first")
    func satisfaction() {
        var signals = Satisfaction.Signals()
        #expect(abs(Satisfaction(signals).score - 62.245_933) < 1e-5)
        #expect(Satisfaction(signals).basis.isEmpty)
        signals.sentiment = 0.5
        signals.progress = 0.4
        signals.repeats = 1
        signals.clarifications = 6
        signals.wait = 15
        signals.bargeIns = 1
        signals.asksForPerson = true
        signals.hasThanked = true
        signals.words = 20
        // 0.5 + 0.8 + 0.32 − 0.35 − 1 − 0.2 − 0.3 − 0.9 + 0.6 = −0.53
        let satisfaction = Satisfaction(signals)
        #expect(abs(satisfaction.score - 37.051_69) < 1e-4)
        #expect(satisfaction.basis == ["clarifications", "asked_for_human", "sentiment"])
        #expect(satisfaction.confidence == 0.5)
    }

    @Test("who waits, and whom the agent interrupts, needs help more than others")
    func need() {
        let state = DialogueState(
            conversation: ConversationState(sessionID: "sess_a", createdAt: start),
            memory: DialogueMemory(speaksAtOnce: true))
        var mood = Mood()
        mood.callerSaid("where are you located", at: start)
        let soon = mood.need(state, at: start + 1)
        let late = mood.need(state, at: start + 16)
        #expect(late > soon + 14)
        #expect(mood.wait(at: start + 16) == 16)
        mood.agentBegan()
        #expect(mood.wait(at: start + 20) == 0)
        let calm = mood.need(state, at: start + 20)
        mood.callerBegan(at: start + 20)
        #expect(mood.need(state, at: start + 20) > calm)
        mood.callerSaid("this is terrible, i am angry", at: start + 22)
        #expect(mood.need(state, at: start + 22) > calm + 20)
    }
}
