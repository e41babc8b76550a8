extension Stepper {
    mutating func trace(_ request: Request<Effect>, _ node: String) {
        var event = TraceEvent(.effect, node)
        event.request = request.id
        event.attempt = request.id == nil ? nil : request.attempt
        trace.append(event)
    }

    mutating func trace(_ interrupt: Interrupt) {
        var event = TraceEvent(.interrupted, interrupt.node)
        event.request = interrupt.id
        trace.append(event)
    }

    /// Tells what a node wrote and decided.
    mutating func traceEnd(of node: String, _ outcome: Outcome, _ record: inout VisitRecord<Effect>) {
        if !record.fields.isEmpty {
            var updated = TraceEvent(.updated, node)
            updated.fields = record.fields
            trace.append(updated)
            record.fields = []
        }
        var finished = TraceEvent(.finished, node)
        finished.outcome = outcome
        trace.append(finished)
    }
}
