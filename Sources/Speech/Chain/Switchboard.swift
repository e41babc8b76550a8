package import Logging
import Synchronization

/// What all chains of a process have in common: who is told what engines do, who may spend how much, and the state of every
/// circuit. Observers come when they are ready; until then nothing is kept for them.
package final class Switchboard: Sendable {
    private struct State {
        var observers: [any EngineObserver] = []
        var rule: (any SpendingRule)?
        var gates: [Gate] = []
    }

    private let state = Mutex(State())
    let logger: Logger
    /// What engines cost.
    package let prices: PriceList
    /// Opens WebSockets for the engines that need them.
    package let dialer: (any SocketDialer)?

    package init(logger: Logger, prices: PriceList = PriceList(), dialer: (any SocketDialer)? = nil) {
        self.logger = logger
        self.prices = prices
        self.dialer = dialer
    }

    package func add(_ observer: any EngineObserver) {
        state.withLock { $0.observers.append(observer) }
    }

    /// Without a rule everybody is free.
    package func obey(_ rule: any SpendingRule) {
        state.withLock { $0.rule = rule }
    }

    /// Every circuit, in the order of the chains.
    package var circuits: [Circuit] {
        state.withLock { $0.gates }.flatMap(\.circuits)
    }

    /// Trusts an engine again, whatever it did. Returns false when nothing is called so.
    package func reset(_ name: String) -> Bool {
        var found = false
        for gate in state.withLock({ $0.gates }) where gate.reset(name) { found = true }
        return found
    }

    /// Opens connections to all providers and keeps them open, until its task is cancelled.
    package func keepWarm(every pause: Duration = .seconds(50)) async {
        while !Task.isCancelled {
            await withTaskGroup(of: Void.self) { group in
                for warmUp in state.withLock({ $0.gates }).flatMap(\.warmUps) { group.addTask { await warmUp() } }
            }
            try? await Task.sleep(for: pause)
        }
    }

    func join(_ gate: Gate) {
        state.withLock { $0.gates.append(gate) }
    }

    func thrift(of account: UsageTag?) -> Thrift {
        state.withLock { $0.rule }?.thrift(of: account) ?? .free
    }

    func note(_ report: EngineReport) {
        for observer in state.withLock({ $0.observers }) { observer.note(report) }
    }

    func note(circuitOf engine: String, kind: EngineReport.Kind, isOpen: Bool) {
        for observer in state.withLock({ $0.observers }) {
            observer.note(circuitOf: engine, kind: kind, isOpen: isOpen)
        }
    }
}
