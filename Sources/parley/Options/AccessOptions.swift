import Access
import ArgumentParser
import Foundation
import Store

/// The people, keys and records of an installation: those of the database that the options name.
struct AccessOptions: ParsableArguments {
    @OptionGroup var business: BusinessOptions

    /// Runs the body with a gatekeeper on the database. It makes no tokens, so it needs no secret.
    func use(_ body: (Gatekeeper) async throws(AccessError) -> Void) async throws {
        let settings = try business.settings(ProcessInfo.processInfo.environment)
        let database: Database
        do throws(StoreError) {
            database = try Business.database(settings)
            try await database.prepare()
        } catch {
            throw CommandFailure(.failed, "\(error).")
        }
        let result: Result<Void, AccessError>
        do throws(AccessError) {
            result = .success(
                try await body(
                    Gatekeeper(AccessConfiguration(mode: .users, secret: .random()), database: database)))
        } catch {
            result = .failure(error)
        }
        await database.close()
        do throws(AccessError) { try result.get() } catch { throw CommandFailure(error) }
    }

    /// Whoever uses the command line, as the audit names them.
    static func author() -> Author { Author(id: "cli:\(NSUserName())") }
}

extension CommandFailure {
    fileprivate init(_ error: AccessError) {
        if case .invalid = error { self.init(.usage, "\(error).") } else { self.init(.failed, "\(error).") }
    }
}
