import Store
import Surface

extension Problem {
    /// What a store's failure is to a client: nothing of its inside.
    init(_ error: StoreError) {
        self =
            switch error {
            case .invalid(let what): Problem(.validation, "There is something wrong with the \(what).")
            case .notFound: .notFound
            case .conflict: Problem(.conflict, "Somebody else changed it meanwhile.")
            case .full: .busy
            case .unavailable, .cannotOpen: .degraded
            case .database, .slotTaken, .corrupt, .refusedCall: .failed
            }
    }
}
