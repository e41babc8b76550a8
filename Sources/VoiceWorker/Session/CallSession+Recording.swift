import Audio
import Dialogue
import Document
import Host
import Logging
import NIOCore
import Room
import Timing

/// Recording of a call: only where the operator has named a folder and every caller in the room has consented beforehand;
/// told before it begins, and thrown away at the caller's word.
extension CallSession {
    /// The attribute in a caller's token that consents: `true`.
    package static let consentAttribute = "parley.recording_consent"
    static let recordingNotice = "recording-notice"
    private static let recordingEnd = "recording-end"

    /// Somebody came or changed: who has not consented is not recorded.
    func seeConsent(_ participant: Participant) {
        guard services.recordings != nil, watch.isCaller(participant.identity) else { return }
        if participant.attributes[Self.consentAttribute] == "true" {
            if recordingState == .unknown { recordingState = .allowed }
        } else {
            endRecording(isKept: true)
            recordingState = .refused
        }
    }

    /// Tells the caller, who can hear it now, before anything is recorded.
    func announceRecording(now: Instant) {
        guard recordingState == .allowed else { return }
        recordingState = .announced
        tell(
            .say(
                ControlledSpeech(
                    id: Self.recordingNotice, text: RecordingConsent.notice, priority: .excuse,
                    isInterruptible: false, isMemorable: false)), now: now)
    }

    /// The notice was said, or not.
    func beginRecording(isTold: Bool) {
        guard isTold, recordingState == .announced, let folder = services.recordings else { return }
        do {
            recording = try RecordingFile(in: folder, session: sessionID, rate: agentVoice.playout.rate)
            recordingState = .running
            journal.note("recording", ["phase": "started"])
            logger.info("the call is recorded")
        } catch {
            logger.error("the call cannot be recorded", metadata: ["reason": "\(error)"])
        }
    }

    func record(caller: [Int16]) {
        recording?.append(caller: caller, agent: agentVoice.sound)
    }

    /// - Parameter isKept: otherwise nothing of it is left.
    func endRecording(isKept: Bool) {
        guard let recording else { return }
        if isKept { recording.finish() } else { recording.discard() }
        self.recording = nil
        journal.note("recording", ["phase": isKept ? "finished" : "deleted"])
    }

    /// The caller's word ends the recording and deletes it.
    func heedRecording(_ words: String) {
        guard recordingState == .announced || recordingState == .running, RecordingConsent.isWithdrawn(by: words)
        else { return }
        endRecording(isKept: false)
        recordingState = .refused
        let speech = ControlledSpeech(
            id: Self.recordingEnd, text: RecordingConsent.farewell, priority: .excuse, isMemorable: false)
        // After the effects at hand, which are the turn's.
        loop.execute { [weak self] in self?.assumeIsolated { $0.tell(.say(speech), now: .monotonic()) } }
    }
}
