package import FoundationEssentials

extension ToolCall {
    /// The call after a change.
    ///
    /// What is said twice counts once: the same end again changes nothing. An `unknown` call may still learn its end, from
    /// whoever asks the world for its id.
    package func applying(_ change: ToolChange, at time: Date) throws(ToolCallError) -> ToolCall {
        switch change {
        case .start: try started(at: time)
        case .speculate: try speculated(at: time)
        case .succeed(let result): try ended(.succeeded(result), at: time)
        case .fail(let reason): try ended(.failed(reason), at: time)
        case .lose: lost()
        }
    }

    private func started(at time: Date) throws(ToolCallError) -> ToolCall {
        guard mayStart else { throw .mayNotRun(id: id, state: state.name) }
        var call = self
        call.state = .running
        call.runs += 1
        call.startedAt = time
        call.endedAt = nil
        return call
    }

    private func speculated(at time: Date) throws(ToolCallError) -> ToolCall {
        guard !isWriting else { throw .writesTooSoon(id: id) }
        return try started(at: time)
    }

    private func ended(_ end: State, at time: Date) throws(ToolCallError) -> ToolCall {
        if state == end { return self }
        guard state == .running || state == .unknown else { throw .mayNotEnd(id: id, state: state.name) }
        var call = self
        call.state = end
        call.endedAt = time
        return call
    }

    /// The call when the process that may have run it is gone.
    func lost() -> ToolCall {
        guard state == .running else { return self }
        var call = self
        call.state = .unknown
        return call
    }
}
