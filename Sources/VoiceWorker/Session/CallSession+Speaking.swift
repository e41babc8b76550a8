import Audio
import Dialogue
import Document
import Logging
import Speech
import Timing

/// Crossing 2: synthesised sound comes back to the loop.
extension CallSession {
    func say(_ utterance: Utterance) {
        showUtterance(utterance)
        synthesis?.cancel()
        making = SpeechMaking(utterance, now: .monotonic())
        if let phrase = services.shelf.phrase(utterance.text) {
            forsake()
            synthesis = elsewhere { [weak self] in await self?.speak(phrase, as: utterance) }
        } else {
            speak(takeDraft(of: utterance.text) ?? draft(utterance.text), as: utterance)
        }
    }

    func draft(_ text: String) -> SpeechDraft {
        SpeechDraft(text, by: services.engines.synthesizer, at: agentVoice.playout.rate, tag: usage)
    }

    private func speak(_ draft: SpeechDraft, as utterance: Utterance) {
        synthesis = elsewhere { [weak self] in
            do {
                for try await piece in draft.pieces {
                    guard await self?.take(piece, of: utterance) == true else { return draft.drop() }
                    guard !draft.isOverrun else { throw SpeechError.failed("more sound than the words can be") }
                }
                guard !Task.isCancelled else { return draft.drop() }
                await self?.finishSynthesis(of: utterance)
            } catch {
                await self?.failSynthesis(of: utterance, error)
            }
        }
    }

    /// Sound that was made and encoded beforehand.
    private func speak(_ phrase: EncodedPhrase, as utterance: Utterance) async {
        var first = 0
        while first < phrase.samples.count, !isOver {
            let acceptance = agentVoice.append(
                phrase, from: first, of: utterance.id, generation: utterance.generation)
            guard case .accepted(let count) = acceptance else { return }
            first += count
            note(synthesized: count, of: utterance)
            if first < phrase.samples.count { await room() }
        }
        guard isMaking(utterance) else { return }
        tell(.timed(utterance: utterance.id, text: utterance.text, duration: phrase.duration), now: .monotonic())
        finishSynthesis(of: utterance)
    }

    // MARK: Pieces

    /// Takes a piece into the playout buffer; suspends while that is full.
    /// - Returns: `false` when it came too late and nothing more is wanted.
    private func take(_ piece: SpeechPiece, of utterance: Utterance) async -> Bool {
        guard isMaking(utterance) else { return false }
        making?.waiting = nil
        tellWords(piece, of: utterance)
        var rest = piece.samples[...]
        while !rest.isEmpty, !isOver {
            let acceptance = agentVoice.append(rest, of: utterance.id, generation: utterance.generation)
            guard case .accepted(let count) = acceptance else { return false }
            note(synthesized: count, of: utterance)
            rest.removeFirst(count)
            if !rest.isEmpty { await room() }
        }
        guard isMaking(utterance) else { return false }
        account(piece, of: utterance)
        return true
    }

    private func isMaking(_ utterance: Utterance) -> Bool {
        !isOver && making?.utterance.id == utterance.id && making?.utterance.generation == utterance.generation
    }

    private func note(synthesized count: Int, of utterance: Utterance) {
        guard count > 0 else { return }
        let duration = AudioFrame.duration(of: count, rate: agentVoice.playout.rate)
        tell(.synthesized(utterance: utterance.id, duration: duration), now: .monotonic())
    }

    /// Where words end, as far as the synthesiser says.
    private func tellWords(_ piece: SpeechPiece, of utterance: Utterance) {
        guard let making, !piece.wordEnds.isEmpty else { return }
        let start = making.whole - making.clause
        let rate = agentVoice.playout.rate
        let ends = piece.wordEnds.map { start + AudioFrame.duration(of: $0, rate: rate) }
        tell(.wordTimes(utterance: utterance.id, ends: ends), now: .monotonic())
    }

    private func account(_ piece: SpeechPiece, of utterance: Utterance) {
        let duration = AudioFrame.duration(of: piece.samples.count, rate: agentVoice.playout.rate)
        making?.whole += duration
        making?.clause += duration
        making?.waiting = .monotonic()
        guard piece.endsClause, let clause = making?.clause else { return }
        making?.characters += piece.clause.count
        making?.clause = .zero
        tell(.timed(utterance: utterance.id, text: piece.clause, duration: clause), now: .monotonic())
    }

    // MARK: Room

    /// Waits for room in the playout buffer, or the end of what waits for it.
    private func room() async { await withCheckedContinuation { writers.append($0) } }

    func wakeWriters() {
        guard !writers.isEmpty else { return }
        let waiting = writers
        writers = []
        for writer in waiting { writer.resume() }
    }

    // MARK: The end

    private func finishSynthesis(of utterance: Utterance) {
        guard isMaking(utterance) else { return }
        making = nil
        let isPlayed = agentVoice.finish(utterance.id)
        let now = Instant.monotonic()
        tell(.synthesisFinished(utterance: utterance.id), now: now)
        if isPlayed { tell(.drained(utterance: utterance.id), now: now) }
    }

    /// What is missing is tried once more, if that can still be in time. Else what was synthesised is played; then the
    /// utterance is over.
    private func failSynthesis(of utterance: Utterance, _ error: any Error) {
        guard isMaking(utterance), !(error is CancellationError) else { return }
        logger.warning("synthesis failed", metadata: ["reason": "\(error)"])
        journal.note("fault", ["what": "synthesis", "reason": .string("\(error)")])
        if let rest = making?.rest, !rest.isEmpty, let began = making?.began, making?.hasBeenTriedAgain == false,
            .monotonic() - began < services.timings.firstSound / 2 || making?.whole != .zero
        {
            making?.hasBeenTriedAgain = true
            making?.waiting = .monotonic()
            return speak(draft(rest), as: utterance)
        }
        abandonSynthesis(of: utterance)
    }

    private func abandonSynthesis(of utterance: Utterance) {
        making = nil
        synthesis?.cancel()
        let isPlayed = agentVoice.finish(utterance.id)
        let now = Instant.monotonic()
        tell(.synthesisFailed(utterance: utterance.id), now: now)
        if isPlayed { tell(.drained(utterance: utterance.id), now: now) }
    }

    /// A synthesiser that keeps silent while nothing is left to play has failed.
    func watchSynthesis(now: Instant) {
        guard let making, let waiting = making.waiting, agentVoice.playout.isEmpty, !isLineLost,
            now >= waiting + services.timings.firstSound
        else { return }
        logger.warning("the synthesiser does not go on", metadata: ["made_ms": "\(Int(making.whole.inMilliseconds))"])
        journal.note("fault", ["what": "synthesis", "reason": "no sound in time"])
        abandonSynthesis(of: making.utterance)
    }
}
