import Foundation
import Store
import Synchronization

/// Holdings of which nobody knows at first who holds them, as after the death of a worker.
final class LateHoldings: SessionHoldings {
    private let holdings: any SessionHoldings
    private let blind: Int
    private let count = Mutex(0)

    /// - Parameter blind: how many questions are answered with nobody.
    init(_ holdings: any SessionHoldings, blind: Int) {
        self.holdings = holdings
        self.blind = blind
    }

    func holder(of session: String, now: Date) async throws(StoreError) -> Holding? {
        let question = count.withLock { count in
            count += 1
            return count
        }
        return question <= blind ? nil : try await holdings.holder(of: session, now: now)
    }

    func claim(_ session: String, by process: String, now: Date) async throws(StoreError) -> Holding? {
        try await holdings.claim(session, by: process, now: now)
    }

    func renew(_ holding: Holding, now: Date) async throws(StoreError) -> Bool {
        try await holdings.renew(holding, now: now)
    }

    func release(_ holding: Holding) async {
        await holdings.release(holding)
    }
}
