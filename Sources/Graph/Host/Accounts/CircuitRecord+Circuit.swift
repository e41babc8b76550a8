import FoundationEssentials
import Speech
import Store

extension CircuitRecord {
    init(_ circuit: Circuit, process: String, at now: Date) {
        self.init(process: process, name: circuit.name, state: circuit.state.rawValue, at: now)
        failures = circuit.failures
        model = circuit.model
        wait = circuit.wait.map { Int($0 / .milliseconds(1)) }
        p95 = circuit.p95.map { Int($0 / .milliseconds(1)) }
    }
}
