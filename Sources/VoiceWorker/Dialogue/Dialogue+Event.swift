package import Audio

extension Dialogue {
    /// What happened.
    package enum Event: Sendable {
        /// 20 ms of the caller, and what the detector made of them. Comes every 20 ms while the caller has a track.
        case frame([Int16], VoiceActivity)

        /// The caller is in the room. Without a greeting the graph is asked for one (`.greet`, turn 0).
        case callerJoined(greeting: String?)
        /// The caller is gone; `mayReturn` when the connection broke rather than was closed.
        case callerLeft(mayReturn: Bool)

        /// Another caller has the floor from the next frame on.
        case callerChanged

        /// Nothing can be heard or said for a while: the connection is being made anew.
        case lineLost
        /// It can again.
        case lineRestored

        /// What the caller seems to have said so far in this turn; `isComplete` when the recogniser takes it for whole.
        case partial(String, turn: Int, isComplete: Bool = false)
        /// The words of everything heard in the turn up to this revision; empty when there were none.
        case transcript(String, turn: Int, revision: Int = 0)
        /// The reply that was prepared on words which may still become others; it is said only after the commit.
        case prepared(Reply, revision: Int)
        /// A key of the caller's telephone: 0 to 9, `*`, `#`, A to D.
        case key(Character)
        /// Words of another caller in the room, who has not the floor.
        case aside(String, speaker: String)
        /// The recogniser has no words for this revision; `nil`: for whichever is awaited.
        case recognitionFailed(turn: Int, revision: Int? = nil)
        /// Words that the caller typed: final, and cut in like spoken ones.
        case typed(String)

        case reply(Reply)
        case replyFailed(turn: Int)

        /// So much of the utterance's sound went into the playout buffer.
        case synthesized(utterance: Int, duration: Duration)
        /// Where words of the utterance lie in its sound, from the synthesiser itself: the times from the utterance's beginning
        /// to the ends of its next words, in order.
        case wordTimes(utterance: Int, ends: [Duration])
        /// The next piece of the utterance's text lasts exactly so long: makes the heard text exact to the piece.
        case timed(utterance: Int, text: String, duration: Duration)
        /// All of the utterance's sound is in the playout buffer.
        case synthesisFinished(utterance: Int)
        case synthesisFailed(utterance: Int)
        /// So much more of the utterance left the playout buffer.
        case played(utterance: Int, duration: Duration)
        /// The last of the utterance left the playout buffer.
        case drained(utterance: Int)

        case announcement(Announcement)
        /// Say this and end the call: a supervisor's or a draining worker's wish. Forced, it cuts off what the caller may
        /// not cut off.
        case conclude(String, isForced: Bool = true)
        /// The graph node that is asking now has its own numbers.
        case adopt(TurnTaking)

        // What those who steer the call want.
        case say(ControlledSpeech)
        /// No longer to be said, if it has not begun.
        case withdraw(String)
        /// The agent falls silent, and what it was about to say is dropped: replies and prompts, not news, nor what
        /// people want said. Answered by `FloorReport.cutOff`; what may not be interrupted is heard to its end before.
        case silence(at: SpeechBoundary)
        /// The reply that is awaited, or waits to be said, is dropped; its turn stays unanswered.
        case abandonAnswer
        /// While `true`, the caller's turns are not asked but come out as `.overheard`.
        case holdTurns(Bool)
        /// While `true`, the agent says nothing on its own account: no prompts, no repair, no news. News waits.
        case quiet(Bool)
        /// The graph is to be asked although the caller may have said nothing new: with what was held, with the last words
        /// once more. What the caller is saying at the time is waited for and belongs to it.
        case answer
    }
}
