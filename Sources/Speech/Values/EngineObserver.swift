/// Is told of everything that engines do. Returns at once; never asks back.
package protocol EngineObserver: Sendable {
    func note(_ report: EngineReport)
    /// The engine's circuit opened (it is left alone for a while), or closed.
    func note(circuitOf engine: String, kind: EngineReport.Kind, isOpen: Bool)
}
