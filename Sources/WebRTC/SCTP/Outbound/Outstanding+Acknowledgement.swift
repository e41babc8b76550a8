import DequeModule

extension Outstanding {
    /// Missing reports after which a chunk is sent again without waiting for T3 (RFC 9260, section 7.2.4).
    private static let reportsToResend = 3

    /// Applies a SACK; `nil` when it is older than what is known, or acknowledges what was never sent.
    ///
    /// `isRecovering`: in fast recovery every advance counts as a report for all chunks below the last gap block.
    mutating func acknowledge(_ sack: SelectiveAcknowledgement, isRecovering: Bool) -> AcknowledgementOutcome? {
        guard sack.cumulative.distance(from: cumulative) >= 0, sack.cumulative.distance(from: newest) <= 0 else {
            return nil
        }
        var outcome = AcknowledgementOutcome()
        acknowledgeCumulatively(sack.cumulative, &outcome)
        let highest = acknowledgeBlocks(sack.gapBlocks, &outcome)
        let limit = isRecovering && outcome.didAdvance ? highest.reported : highest.new
        if let limit { outcome.foundLoss = reportMissing(below: limit) }
        if chunks.first?.fate == .received { takeBackReneged() }
        return outcome
    }

    private mutating func acknowledgeCumulatively(_ target: TSN, _ outcome: inout AcknowledgementOutcome) {
        while cumulative != target {
            let sent = removeFirst()
            outcome.released.append((sent.chunk.streamID, sent.chunk.payload.count))
            outcome.didAdvance = true
            if sent.fate == .inFlight || sent.fate == .lost {
                outcome.newBytes += sent.chunk.payload.count
                outcome.newest = sent.chunk.tsn
            }
        }
    }

    /// Marks what the gap blocks report; returns the highest index newly reported, and the highest reported at all.
    private mutating func acknowledgeBlocks(
        _ blocks: [GapBlock], _ outcome: inout AcknowledgementOutcome
    ) -> (new: Int?, reported: Int?) {
        var new: Int?
        var reported: Int?
        for block in blocks {
            // Blocks ascend; one that does not, or that leaves what was sent, is not believed.
            let first = Int(block.start) - 1
            let last = Int(block.end) - 1
            guard first > reported ?? -1, first <= last, last < chunks.count else { continue }
            reported = last
            for index in first...last where [.inFlight, .lost].contains(chunks[index].fate) {
                setFate(.received, at: index)
                outcome.newBytes += chunks[index].chunk.payload.count
                outcome.newest = chunks[index].chunk.tsn
                new = index
            }
        }
        return (new, reported)
    }

    private mutating func reportMissing(below limit: Int) -> Bool {
        var foundLoss = false
        for index in 0..<limit where chunks[index].fate == .inFlight && chunks[index].transmissions == 1 {
            if countMissingReport(at: index) >= Self.reportsToResend {
                setFate(.lost, at: index)
                foundLoss = true
            }
        }
        return foundLoss
    }

    /// The oldest chunk was reported received, yet the cumulative TSN stops before it: the peer has thrown away what it
    /// had reported (RFC 9260, section 6.2.1), so nothing beyond a gap counts as received any more.
    private mutating func takeBackReneged() {
        for index in chunks.indices where chunks[index].fate == .received {
            setFate(.inFlight, at: index)
        }
    }
}
