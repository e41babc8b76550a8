import Foundation
import Redis
import Servers
import Store
import Testing

@Suite("What a session's control leaves for the next holder") struct ControlStoreTests {
    private typealias Setup = ExchangeBackend

    @Test("what a former holder writes never replaces a later one's", arguments: ExchangeBackend.allCases)
    func epochs(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let (controls, session) = (exchanges[0].controls, Setup.session())
            #expect(try await controls.control(of: session) == nil)
            try await controls.save(Data([1, 0, 255]), of: session, epoch: 2)
            try await controls.save(Data([2]), of: session, epoch: 2)
            #expect(try await controls.control(of: session) == Data([2]))
            try await controls.save(Data([3]), of: session, epoch: 3)
            await #expect(throws: StoreError.conflict("a control")) {
                try await controls.save(Data([4]), of: session, epoch: 2)
            }
            #expect(try await controls.control(of: session) == Data([3]))
        }
    }

    @Test("of writers of many epochs the highest stays", arguments: ExchangeBackend.allCases)
    func contention(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let (controls, session) = (exchanges[0].controls, Setup.session())
            await withTaskGroup(of: Void.self) { group in
                for epoch in (1...40).shuffled() {
                    group.addTask { try? await controls.save(Data([UInt8(epoch)]), of: session, epoch: epoch) }
                }
            }
            let last = try await controls.control(of: session)
            #expect(last == Data([40]))
        }
    }
}
