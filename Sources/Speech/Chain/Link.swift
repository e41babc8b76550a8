/// An engine and its place in a chain.
package struct Link<Engine: Sendable>: Sendable {
    package let candidate: Candidate
    package let engine: Engine
    /// Opens a connection beforehand, or keeps it open; `nil` where there is none.
    package let warmUp: (@Sendable () async -> Void)?

    package init(_ candidate: Candidate, _ engine: Engine, warmUp: (@Sendable () async -> Void)? = nil) {
        self.candidate = candidate
        self.engine = engine
        self.warmUp = warmUp
    }
}
