import ServiceLifecycle

/// The last thing that a process does: the first of its services, hence stopped after all others.
struct Closing: Service {
    private let business: Business

    init(_ business: Business) {
        self.business = business
    }

    func run() async throws {
        try? await gracefulShutdown()
        // Also when all is cancelled.
        await Task { [business] in await business.close() }.value
    }
}
