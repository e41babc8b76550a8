import DequeModule
import Timing

extension Outbound {
    mutating func handle(_ sack: SelectiveAcknowledgement, now: Instant) {
        let wasFull = outstanding.flightSize >= window.size
        guard let outcome = outstanding.acknowledge(sack, isRecovering: window.isRecovering) else { return }
        peerWindow = Int(sack.receiverWindow)
        // A closed window that is still acknowledged is a slow peer, not a dead one.
        if outcome.newBytes > 0 || outcome.didAdvance || peerWindow == 0 { errors = 0 }
        for chunk in outcome.released { release(chunk.bytes, of: chunk.streamID) }
        measure(outcome, now: now)
        if outcome.didAdvance {
            window.acknowledged(outcome.newBytes, upTo: outstanding.cumulative, wasFull: wasFull)
            t3 = nil
        }
        if outcome.foundLoss {
            window.lossReported(newest: outstanding.newest)
            owesFastRetransmit = true
        }
        settleLosses(now: now)
        if outstanding.isEmpty { t3 = nil } else { startT3(now) }
    }

    /// SHUTDOWN acknowledges cumulatively and says nothing of the window.
    mutating func acknowledge(upTo cumulative: TSN, now: Instant) {
        handle(SelectiveAcknowledgement(cumulative: cumulative, receiverWindow: UInt32(clamping: peerWindow)), now: now)
    }

    /// T3-rtx expired (RFC 9260, section 6.3.3).
    mutating func handleT3(now: Instant) {
        t3 = nil
        errors += 1
        probe = nil
        rto.backOff()
        window.timedOut()
        outstanding.loseAll()
        settleLosses(now: now)
    }

    /// Gives up what may not be sent again, and remembers to say so.
    private mutating func settleLosses(now: Instant) {
        guard canForward else { return }
        for message in outstanding.abandonExhausted(now: now) {
            guard let streamID = outstanding.chunks.first(where: { $0.messageID == message })?.chunk.streamID else {
                continue
            }
            release(queue.dropRest(of: message), of: streamID)
        }
        owesForwardTSN = outstanding.forwardTSN() != nil
    }

    private mutating func measure(_ outcome: AcknowledgementOutcome, now: Instant) {
        guard let probe, let newest = outcome.newest, !newest.precedes(probe.tsn) else { return }
        rto.measured(now - probe.sent)
        self.probe = nil
    }
}
