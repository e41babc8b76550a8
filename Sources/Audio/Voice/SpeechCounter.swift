/// Document 004's counters: frames of speech and silence in, utterances out.
///
/// Only frames in a row count: a silent frame sets the count of speech back to zero, a speech frame the count of silence.
/// `bargeIn` is reported once for each run of speech, when the run has `bargeInFrames` while the agent speaks; a run that
/// began before the agent did counts from the moment the agent began.
package struct SpeechCounter: Sendable {
    /// The counts may change in mid-call; the length of the pre-roll is that of the beginning.
    package var profile: SpeechProfile
    /// Inside an utterance.
    package private(set) var isSpeaking = false
    /// Speech frames in a row, and silent ones.
    package private(set) var speechFrames = 0
    package private(set) var silenceFrames = 0
    /// Speech frames of the present or last utterance.
    package private(set) var utteranceFrames = 0
    private var bargeInRun = 0
    /// The present run was reported.
    private var hasBargedIn = false
    private var recent: PreRoll

    package init(_ profile: SpeechProfile = .simple) {
        self.profile = profile
        recent = PreRoll(capacity: profile.preRollFrames + profile.minSpeechFrames + profile.creditFrames)
    }

    /// What this frame changes. `agentSpeaks`: the agent's voice is being played and may be interrupted.
    package mutating func step(_ frame: [Int16], _ activity: VoiceActivity, agentSpeaks: Bool) -> SpeechEvent {
        count(activity, agentSpeaks: agentSpeaks)
        guard isSpeaking else {
            recent.append(frame)
            guard speechFrames >= profile.minSpeechFrames else { return .quiet }
            isSpeaking = true
            utteranceFrames = speechFrames
            return .started(preRoll: recent.drain())
        }
        if activity.isSpeech { utteranceFrames += 1 }
        if silenceFrames >= profile.minSilenceFrames { return end() }
        guard bargeInRun >= profile.bargeInFrames, !hasBargedIn else { return .continues }
        hasBargedIn = true
        return .bargeIn
    }

    /// Ends the utterance from outside, as when it has become too long.
    package mutating func stop() {
        isSpeaking = false
        (speechFrames, silenceFrames, bargeInRun) = (0, 0, 0)
    }

    private mutating func end() -> SpeechEvent {
        stop()
        return .ended
    }

    private mutating func count(_ activity: VoiceActivity, agentSpeaks: Bool) {
        guard activity.isSpeech else {
            silenceFrames += 1
            (speechFrames, bargeInRun) = (0, 0)
            return
        }
        let first = speechFrames == 0 ? profile.creditFrames : 0
        silenceFrames = 0
        speechFrames += 1 + first
        bargeInRun = agentSpeaks ? bargeInRun + 1 + first : 0
        if bargeInRun <= 1 + first { hasBargedIn = false }
    }
}
