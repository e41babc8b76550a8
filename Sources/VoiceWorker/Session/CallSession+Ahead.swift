import Dialogue
import Host
import Speech
import Timing

/// Working ahead of the caller's last word: what would be answered, and how it would sound. Nothing of it is heard, and
/// nothing is written, before the turn is committed.
extension CallSession {
    /// Drafts kept; the oldest gives way.
    private static let mostDrafts = 2
    /// Longer texts are not begun before they are wanted: a minute of sound for nothing.
    private static let longestDraft = 1000

    /// Has the graph answer words that the caller may not have finished.
    func prepare(_ text: String, turn: Int, revision: Int) {
        // What people who steer the call held belongs to the answer, and is not known to a draft.
        guard resumption == nil else { return }
        preparing = (turn, revision)
        let (host, told) = (host, tellHeard())
        elsewhere { [weak self] in
            await told?.value
            guard let ahead = await host.speculate(replyTo: text) else { return }
            await self?.takePrepared(ahead, turn: turn, revision: revision)
        }
    }

    private func takePrepared(_ ahead: SpeculatedReply, turn: Int, revision: Int) {
        guard !isOver, let preparing, preparing == (turn, revision) else { return }
        let expects = AnswerProfile(ahead.question)
        tell(
            .prepared(
                .init(turn: turn, text: ahead.text, endsCall: ahead.endsCall, expects: expects), revision: revision),
            now: .monotonic())
    }

    /// What was prepared is not wanted: the caller goes on.
    func forsake() {
        preparing = nil
        for draft in drafts { draft.drop() }
        drafts = []
    }

    /// Begins to make the sound of words that are likely to be said soon.
    func presynthesize(_ text: String) {
        guard text.count <= Self.longestDraft, !drafts.contains(where: { $0.text == text }),
            !services.shelf.has(text)
        else { return }
        if drafts.count == Self.mostDrafts { drafts.removeFirst().drop() }
        drafts.append(draft(text))
    }

    /// The draft of these words, if there is one; others are stale now.
    func takeDraft(of text: String) -> SpeechDraft? {
        guard let index = drafts.firstIndex(where: { $0.text == text }) else { return nil }
        let draft = drafts.remove(at: index)
        forsake()
        return draft
    }
}
