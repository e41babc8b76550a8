extension Association {
    /// Asks for the reset of streams whose messages have all been sent (RFC 6525, section 5.1.2).
    mutating func requestReset() {
        guard state == .established, let peer else { return }
        guard peer.supportsReconfiguration else { return closeWithoutReset() }
        let made = reset.makeRequest(lastTSN: outbound.outstanding.newest) { !outbound.queue.holds($0) }
        guard made != nil else { return }
        sendResetRequest()
        reset.timer.start(outbound.rto.current, now: now)
    }

    private mutating func sendResetRequest() {
        guard let request = reset.request else { return }
        control.append(
            .reconfiguration(
                ReconfigurationChunk(
                    .outgoingReset(
                        request: request.number, response: reset.expectedNumber &- 1, lastTSN: request.lastTSN,
                        streams: request.streams))))
    }

    /// A peer that cannot reset streams closes nothing; the channel just falls silent.
    private mutating func closeWithoutReset() {
        for streamID in reset.takeWanted() where channels[streamID]?.isInboundReset == false {
            channels[streamID]?.isInboundReset = true
            outputs.append(.channelClosed(streamID))
        }
    }

    mutating func handleResetTimer() {
        guard reset.timer.isDue(now) else { return }
        reset.timer.restart(maximum: parameters.maximumRTO, now: now)
        sendResetRequest()
    }

    mutating func receiveReconfiguration(_ chunk: ReconfigurationChunk) {
        guard state.mayReceiveData else { return }
        for parameter in chunk.parameters {
            switch parameter {
            case .response(let number, let result): receiveResponse(to: number, result)
            case .outgoingReset(let number, _, let lastTSN, let streams):
                answer(number) { $0.resetInbound(streams, after: lastTSN) }
            case .incomingReset(let number, let streams):
                answer(number) { $0.resetOnRequest(streams) }
            case .other(_, let number): answer(number) { _ in .denied }
            }
        }
    }

    /// Performs the peer's request when it is the next one; answers a repeated one as before (section 5.2.1).
    private mutating func answer(
        _ number: UInt32, perform: (inout Association) -> ReconfigurationResult
    ) {
        var result = ReconfigurationResult.badSequenceNumber
        if number == reset.expectedNumber {
            result = perform(&self)
            // While it is in progress the peer repeats the same request, and it is looked at anew.
            if result != .inProgress {
                reset.expectedNumber &+= 1
                reset.lastResult = result
            }
        } else if number == reset.expectedNumber &- 1 {
            result = reset.lastResult
        }
        control.append(.reconfiguration(ReconfigurationChunk(.response(to: number, result: result.rawValue))))
    }

    /// The peer starts its streams anew once everything up to `lastTSN` is here. No streams means all of them.
    private mutating func resetInbound(_ streams: [UInt16], after lastTSN: TSN) -> ReconfigurationResult {
        guard let inbound, !inbound.cumulative.precedes(lastTSN) else { return .inProgress }
        let affected = streams.isEmpty ? channels.entries.keys.sorted() : streams
        self.inbound?.restart(affected)
        for streamID in affected {
            guard let entry = channels[streamID], !entry.isInboundReset else { continue }
            channels[streamID]?.isInboundReset = true
            channels[streamID]?.isClosing = true
            outputs.append(.channelClosed(streamID))
            // Closing is mutual (RFC 8831, section 6.7).
            if !entry.isOutboundReset { reset.want(streamID) }
            channels.removeIfReset(streamID)
        }
        return .performed
    }

    private mutating func resetOnRequest(_ streams: [UInt16]) -> ReconfigurationResult {
        let affected = (streams.isEmpty ? channels.entries.keys.sorted() : streams).filter { channels[$0] != nil }
        for streamID in affected { close(streamID) }
        return affected.isEmpty ? .nothingToDo : .performed
    }

    private mutating func receiveResponse(to number: UInt32, _ result: UInt32) {
        // In progress: the timer asks again.
        guard result != ReconfigurationResult.inProgress.rawValue, let done = reset.finish(number) else { return }
        for streamID in done.streams {
            outbound.queue.restart(streamID)
            channels[streamID]?.isOutboundReset = true
            channels.removeIfReset(streamID)
        }
    }
}
