import Host
import Speech

/// Work off the loop, on the call's account.
extension CallSession {
    /// Begins work that is paid for by this call.
    @discardableResult
    func elsewhere(_ work: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        let usage = usage
        return Task.detached { await UsageTag.$current.withValue(usage) { await work() } }
    }

    /// Tells the history what was heard of the replies before, in order; whoever asks the graph waits for it. `nil` when there
    /// was never anything to tell.
    func tellHeard() -> Task<Void, Never>? {
        let (untold, host, before) = (ledger.takeUntold(), host, telling)
        guard !untold.isEmpty else { return telling }
        let task = elsewhere {
            await before?.value
            for entry in untold { await host.heard(entry.text, of: entry.reply) }
        }
        telling = task
        return task
    }
}
