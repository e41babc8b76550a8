import Foundation
import Servers
import Store
import Testing

@Suite("How long events take") struct FeedMeasurementTests {
    @Test("every follower gets every event; the times are printed", arguments: [ExchangeBackend.memory, .redis])
    func measured(backend: ExchangeBackend) async throws {
        try await backend.use(processes: 2) { exchanges in
            var measurement = FeedMeasurement()
            measurement.events = 3
            let outcome = await measurement.run(
                from: exchanges[0], to: exchanges[1], name: ExchangeBackend.session())
            #expect(outcome.appends.count == 300)
            #expect(outcome.deliveries.count == 900)
            for (name, times) in [("append", outcome.appends), ("delivery", outcome.deliveries)] {
                let quantiles = [0.5, 0.99].map { FeedMeasurement.Outcome.quantile($0, of: times) }
                print("\(backend.rawValue) \(name): p50 \(quantiles[0]), p99 \(quantiles[1])")
            }
        }
    }
}
