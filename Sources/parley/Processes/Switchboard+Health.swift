import ControlAPI
import Speech

extension Switchboard {
    /// How the engines outside this machine do, for `/health`.
    var conditions: [String: Surroundings.Condition] {
        circuits.filter { !$0.engine.hasPrefix("embedded") }.reduce(into: [:]) { conditions, circuit in
            let isLimited = circuit.wait != nil
            conditions[circuit.name] =
                circuit.state == .open ? .open : isLimited || circuit.failures > 0 ? .degraded : .healthy
        }
    }
}
