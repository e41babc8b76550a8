package import Store

extension AccessError {
    /// What a failure of the store means for who asks.
    package init(_ error: StoreError) {
        switch error {
        case .conflict(let what): self = .conflict(what)
        case .notFound(let what): self = .notFound(what)
        case .invalid(let what): self = .invalid(what)
        default: self = .unavailable(error.description)
        }
    }
}

/// Does what the store is asked, and tells its failure as an `AccessError`.
func asking<Value>(_ work: () async throws(StoreError) -> Value) async throws(AccessError) -> Value {
    do throws(StoreError) { return try await work() } catch { throw AccessError(error) }
}
