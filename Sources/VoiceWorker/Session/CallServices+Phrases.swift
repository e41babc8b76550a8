import Dialogue
import Supervision

extension CallServices {
    /// What is said when something has failed: it must not fail itself.
    package var neededPhrases: [String] {
        [phrases.apology, phrases.holding, phrases.repair, phrases.greeting, phrases.repairFarewell]
            + phrases.silencePrompts + [phrases.silenceFarewell]
    }

    /// What is said in many calls in the same words.
    package var recurringPhrases: [String] {
        let control = ControlPhrases()
        return [
            control.excuse, control.resumption, control.announcement, control.bridge, control.oneMoment,
            control.farewell,
            RecordingConsent.notice, RecordingConsent.farewell,
        ] + control.reassurances + control.fillers
    }
}
