import Audio
import Dialogue
import Logging
import Speech
import Timing

/// Crossing 2: synthesised sound comes back to the loop.
extension CallSession {
    func say(_ utterance: Utterance) {
        showUtterance(utterance)
        synthesis?.cancel()
        let pieces = services.engines.synthesizer.pieces(of: utterance.text)
        let (id, generation) = (utterance.id, utterance.generation)
        synthesis = Task.detached { [weak self] in
            do {
                var clause = Duration.zero
                for try await piece in pieces {
                    guard let duration = await self?.speak(piece, of: id, generation: generation) else { return }
                    clause += duration
                    guard piece.endsClause else { continue }
                    await self?.time(piece.clause, clause, of: id)
                    clause = .zero
                }
                await self?.finishSynthesis(of: id)
            } catch {
                await self?.failSynthesis(of: id, error)
            }
        }
    }

    /// Takes a piece into the playout buffer; suspends while that is full.
    /// - Returns: how long the piece lasts; `nil` when it came too late and nothing more is wanted.
    private func speak(_ piece: SpeechPiece, of utterance: Int, generation: Int) async -> Duration? {
        var rest = piece.samples[...]
        while !isOver {
            guard case .accepted(let count) = agentVoice.append(rest, of: utterance, generation: generation) else {
                return nil
            }
            let rate = agentVoice.playout.rate
            if count > 0 {
                let duration = AudioFrame.duration(of: count, rate: rate)
                tell(.synthesized(utterance: utterance, duration: duration), now: .monotonic())
            }
            guard count < rest.count else { return AudioFrame.duration(of: piece.samples.count, rate: rate) }
            rest.removeFirst(count)
            await withCheckedContinuation { writers.append($0) }
        }
        return nil
    }

    func wakeWriters() {
        guard !writers.isEmpty else { return }
        let waiting = writers
        writers = []
        for writer in waiting { writer.resume() }
    }

    private func time(_ clause: String, _ duration: Duration, of utterance: Int) {
        tell(.timed(utterance: utterance, text: clause, duration: duration), now: .monotonic())
    }

    private func finishSynthesis(of utterance: Int) {
        let isPlayed = agentVoice.finish(utterance)
        let now = Instant.monotonic()
        tell(.synthesisFinished(utterance: utterance), now: now)
        if isPlayed { tell(.drained(utterance: utterance), now: now) }
    }

    /// What was synthesised is played; then the utterance is over.
    private func failSynthesis(of utterance: Int, _ error: any Error) {
        guard !isOver, !(error is CancellationError) else { return }
        logger.warning("synthesis failed", metadata: ["reason": "\(error)"])
        let isPlayed = agentVoice.finish(utterance)
        let now = Instant.monotonic()
        tell(.synthesisFailed(utterance: utterance), now: now)
        if isPlayed { tell(.drained(utterance: utterance), now: now) }
    }
}
